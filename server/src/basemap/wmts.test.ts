import { describe, expect, it } from "vitest";
import { nationalCapabilities, queryCapabilities, restCapabilities } from "../testing/wmts.ts";
import { mapPattern, readCapabilities } from "./wmts.ts";

const origin = "https://karta.example.se";

describe("what a WMTS tells of itself", () => {
  it("gives the pattern of the first layer in web mercator, its zooms, its bounds and whose it is", () => {
    expect(readCapabilities(restCapabilities(origin), null)).toEqual({
      pictures: {
        tiles: [`${origin}/1.0.0/karta/default/2026/3857/{z}/{y}/{x}.png`],
        tileSize: 256,
        minzoom: 0,
        maxzoom: 18,
        bounds: [10, 55, 25, 69.5],
      },
      attribution: "Karlshamns kommun & vänner",
    });
  });

  it("gives a query where there are no addresses of tiles", () => {
    const { pictures } = readCapabilities(queryCapabilities(origin), "karta");
    expect(pictures.tiles).toEqual([
      `${origin}/wmts?service=WMTS&request=GetTile&version=1.0.0&layer=karta&format=image%2Fpng` +
        "&style=default&tilematrixset=3857&tilematrix=EPSG:3857:{z}&tilerow={y}&tilecol={x}",
    ]);
  });

  it.each([
    [restCapabilities(origin), "none", 'expected #layer= with one of national, karta, got "none"'],
    [restCapabilities(origin), "national", "expected a WMTS layer with pictures in web mercator (EPSG:3857)"],
    [nationalCapabilities(origin), null, "got the tile matrix sets 3006, 3857"],
    ["<html>", null, "BASEMAP: expected WMTS capabilities, got no XML"],
    ["<html></html>", null, "BASEMAP: expected WMTS capabilities, got XML without Capabilities"],
    ["not a document", null, "BASEMAP: expected WMTS capabilities"],
  ])("is refused in one plain line where it cannot be drawn", (xml, layer, line) => {
    expect(() => readCapabilities(xml, layer)).toThrow(line);
  });

  it("is not blown up by entities that hold each other", () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${"x".repeat(100)}">${Array.from(
      { length: 12 },
      (_, depth) => `<!ENTITY b${depth} "${`&${depth === 0 ? "a" : `b${depth - 1}`};`.repeat(10)}">`,
    ).join(
      "",
    )}]><Capabilities><Contents><Layer><Identifier>&b11;</Identifier></Layer></Contents></Capabilities>`;
    expect(() => readCapabilities(bomb, null)).toThrow("BASEMAP: expected");
  });
});

describe("a pattern of tiles", () => {
  it("is written in the names of WMTS or of the web", () => {
    expect(mapPattern("https://x/{TileMatrix}/{TileRow}/{TileCol}.png")).toBe("https://x/{z}/{y}/{x}.png");
    expect(mapPattern("https://x/{z}/{y}/{x}.png")).toBe("https://x/{z}/{y}/{x}.png");
  });
});
