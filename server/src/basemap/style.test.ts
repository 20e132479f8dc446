import { describe, expect, it } from "vitest";
import { complete, readStyle } from "./style.ts";

const files: Record<string, object | string> = {
  "https://kart.example.se/stil/style.json": {
    version: 8,
    sprite: "bilder/sprite",
    glyphs: "https://glyfer.example.se/{fontstack}/{range}.pbf",
    sources: {
      described: { type: "vector", url: "../tiles.json", minzoom: 4 },
      listed: { type: "raster", tiles: ["/raster/{z}/{x}/{y}.png"], attribution: "© Två" },
      archive: { type: "vector", url: "pmtiles://karta.pmtiles" },
      drawn: { type: "geojson", data: "ytor.geojson" },
      inline: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
    },
    layers: [{ id: "ground", type: "background" }],
  },
  "https://kart.example.se/tiles.json": {
    tilejson: "3.0.0",
    name: "much more",
    tiles: ["https://plattor.example.se/{z}/{x}/{y}.pbf"],
    minzoom: 0,
    maxzoom: 14,
    attribution: "© Ett",
  },
  "https://kart.example.se/other.json": { version: 7 },
  "https://kart.example.se/broken.json": "{",
};

const read = async (address: string) => {
  const file = files[address];
  if (file === undefined) throw new Error(`nothing at ${address}`);
  return typeof file === "string" ? file : JSON.stringify(file);
};

describe("somebody else's style", () => {
  it("is made whole: every address complete, descriptions of tiles read and put in", async () => {
    const { style, attributions } = await readStyle("https://kart.example.se/stil/style.json", read);
    expect(style).toMatchObject({
      sprite: "https://kart.example.se/stil/bilder/sprite",
      glyphs: "https://glyfer.example.se/{fontstack}/{range}.pbf",
      sources: {
        listed: { tiles: ["https://kart.example.se/raster/{z}/{x}/{y}.png"] },
        archive: { url: "pmtiles://https://kart.example.se/stil/karta.pmtiles" },
        drawn: { data: "https://kart.example.se/stil/ytor.geojson" },
        inline: { data: { type: "FeatureCollection", features: [] } },
      },
    });
    expect(style.sources["described"]).toEqual({
      type: "vector",
      tiles: ["https://plattor.example.se/{z}/{x}/{y}.pbf"],
      minzoom: 4,
      maxzoom: 14,
      attribution: "© Ett",
    });
    expect(attributions).toEqual(["© Ett", "© Två", undefined, undefined, undefined]);
  });

  it("tells every address that a page will fetch from", async () => {
    const { addresses } = await readStyle("https://kart.example.se/stil/style.json", read);
    const hosts = addresses.map((address) => new URL(address.replace("pmtiles://", "")).host);
    expect(new Set(hosts)).toEqual(new Set(["kart.example.se", "glyfer.example.se", "plattor.example.se"]));
  });

  it.each([
    [
      "other.json",
      'BASEMAP: expected a MapLibre style of version 8 at "https://kart.example.se/other.json": version',
    ],
    ["broken.json", "got no JSON"],
  ])("is refused in one plain line where it is none: %s", async (file, line) => {
    await expect(readStyle(`https://kart.example.se/${file}`, read)).rejects.toThrow(line);
  });
});

describe("an address in a style", () => {
  it.each([
    ["{z}/{x}/{y}.pbf", "/basemap/files/style.json", "/basemap/files/{z}/{x}/{y}.pbf"],
    ["pmtiles://a.pmtiles", "/basemap/files/style.json", "pmtiles:///basemap/files/a.pmtiles"],
    ["../../../etc/passwd", "/basemap/files/style.json", "/etc/passwd"],
    ["//b.example.se/x", "https://a.example.se/style.json", "https://b.example.se/x"],
  ])("%s in %s is %s", (address, file, whole) => {
    expect(complete(address, file)).toBe(whole);
  });

  it.each(["mapbox://styles/x", "file:///etc/passwd", "javascript:alert(1)"])("may not be %s", (address) => {
    expect(() => complete(address, "https://a.example.se/style.json")).toThrow(
      `BASEMAP: expected an https address in "https://a.example.se/style.json", got "${address}"`,
    );
  });
});
