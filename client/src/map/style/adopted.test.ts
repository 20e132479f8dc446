import type { StyleSpecification } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { adoptStyle, bareStyle, pictureStyle } from "./adopted.ts";
import { PALETTES } from "./palette.ts";
import { SLOTS } from "./slots.ts";

const street: StyleSpecification["layers"][number] = {
  id: "street",
  type: "line",
  source: "town",
  "source-layer": "streets",
};
const symbol = (id: string): StyleSpecification["layers"][number] => ({
  id,
  type: "symbol",
  source: "town",
  "source-layer": "names",
  paint: { "text-color": "#000", "text-opacity": 0.9 },
});
const style: StyleSpecification = {
  version: 8,
  sources: { town: { type: "vector", tiles: ["/{z}/{x}/{y}.pbf"] } },
  layers: [symbol("arrow"), street, symbol("name")],
};
const idsOf = ({ layers }: StyleSpecification) => layers.map(({ id }) => id);

describe("a style of somebody else's", () => {
  it("has places for data over all its ground and below its names", () => {
    expect(idsOf(adoptStyle(style, false))).toEqual([
      "ground/arrow",
      "ground/street",
      ...SLOTS,
      "ground/name",
    ]);
  });

  it("keeps its names apart from those of data, and its terrain and camera to itself", () => {
    const wild = { ...style, terrain: { source: "town" }, pitch: 60, projection: { type: "globe" as const } };
    const adopted = adoptStyle(wild, false);
    expect(Object.keys(adopted)).toEqual(["version", "sources", "layers"]);
    expect(Object.keys(adopted.sources)).toEqual(["ground/town"]);
    expect(adopted.layers[1]).toMatchObject({ id: "ground/street", source: "ground/town" });
  });

  it("has them on top where it has no names", () => {
    const nameless = { ...style, layers: [street] };
    expect(idsOf(adoptStyle(nameless, false))).toEqual(["ground/street", ...SLOTS]);
  });

  it("lies under the dusk at night, with letters for the night over it", () => {
    const { layers } = adoptStyle(style, true);
    expect(layers.map(({ id }) => id)).toEqual([
      "ground/arrow",
      "ground/street",
      "dusk",
      ...SLOTS,
      "ground/name",
    ]);
    expect(layers.at(-1)).toMatchObject({
      paint: { "text-color": PALETTES.night.label.street.text, "text-opacity": 0.9 },
    });
  });
});

describe("pictures of the ground", () => {
  const tiles = ["https://tiles.example.se/{z}/{y}/{x}.png"];
  const pictureOf = (theme: "day" | "night") =>
    pictureStyle(theme, { tiles, tileSize: 256 }).layers.find(({ type }) => type === "raster");

  it("are as they are by day and dimmed at night", () => {
    expect(pictureOf("day")).not.toHaveProperty("paint");
    expect(pictureOf("night")).toMatchObject({ paint: { "raster-brightness-max": expect.any(Number) } });
  });
});

describe("the bare ground", () => {
  it("has places for data", () => {
    expect(idsOf(bareStyle("night"))).toEqual(["ground", ...SLOTS]);
  });
});
