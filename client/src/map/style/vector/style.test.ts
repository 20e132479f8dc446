import { tileSchemas } from "@trygg/shared/basemap.ts";
import type { SymbolLayerSpecification } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { MAP_FONTS } from "../fonts.ts";
import { SLOTS } from "../slots.ts";
import { vectorStyle } from "./style.ts";

const url = "pmtiles:///basemap/town.pmtiles";
const cases = tileSchemas.flatMap((schema) => [[schema, "day"] as const, [schema, "night"] as const]);

describe.each(cases)("tiles of %s by %s", (schema, theme) => {
  const { layers, sources, glyphs, sprite } = vectorStyle(theme, { kind: "vector", schema, url }, 56.17);
  const ids = layers.map(({ id }) => id);
  const firstName = layers.findIndex(({ type }) => type === "symbol");

  it("have a place for each kind of data, from the ground up and below the names", () => {
    expect(ids.slice(firstName - SLOTS.length, firstName)).toEqual(SLOTS);
    expect(layers.slice(firstName).every(({ type }) => type === "symbol")).toBe(true);
  });

  it("name each layer once", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("are all that is asked for", () => {
    expect([glyphs, sprite]).toEqual([undefined, undefined]);
    expect(sources).toEqual({ tiles: { type: "vector", url } });
  });

  it("are written on in the fonts that the product ships", () => {
    const names = layers.filter((layer): layer is SymbolLayerSpecification => layer.type === "symbol");
    const shipped = Object.values(MAP_FONTS).flat();
    expect(
      names.flatMap(({ layout }) => layout?.["text-font"]).every((font) => shipped.includes(String(font))),
    ).toBe(true);
  });
});

describe("the three schemas", () => {
  it("share one set of layers", () => {
    const themesOf = (schema: (typeof tileSchemas)[number]) =>
      new Set(
        vectorStyle("day", { kind: "vector", schema, url }, 56.17).layers.map(({ id }) =>
          id.replace(/-\d+$/, ""),
        ),
      );
    expect(themesOf("protomaps")).toEqual(themesOf("openmaptiles"));
    expect(themesOf("shortbread")).toEqual(themesOf("openmaptiles"));
  });
});
