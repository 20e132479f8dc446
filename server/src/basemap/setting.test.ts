import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBasemapSetting } from "./setting.ts";

const folder = mkdtempSync(join(tmpdir(), "trygg-basemap-"));
writeFileSync(join(folder, "town.pmtiles"), "");
writeFileSync(join(folder, "town.mbtiles"), "");
mkdirSync(join(folder, "empty"));
mkdirSync(join(folder, "own"));
writeFileSync(join(folder, "own", "style.json"), "{}");
const outbound = ["tiles.example.se", "127.0.0.1:8080"];

describe("what BASEMAP says", () => {
  it.each([
    ["schematic", { kind: "schematic" }],
    [join(folder, "town.pmtiles"), { kind: "archive", path: join(folder, "town.pmtiles") }],
    [join(folder, "own"), { kind: "folder", path: join(folder, "own") }],
    [
      "https://tiles.example.se/style.json",
      { kind: "style", address: "https://tiles.example.se/style.json" },
    ],
    ["http://127.0.0.1:8080/style.json", { kind: "style", address: "http://127.0.0.1:8080/style.json" }],
    [
      "https://tiles.example.se/wmts?request=GetCapabilities#layer=karta",
      { kind: "wmts", address: "https://tiles.example.se/wmts?request=GetCapabilities", layer: "karta" },
    ],
    [
      "https://tiles.example.se/1.0.0/WMTSCapabilities.xml",
      { kind: "wmts", address: "https://tiles.example.se/1.0.0/WMTSCapabilities.xml", layer: null },
    ],
    [
      "https://tiles.example.se/{TileMatrix}/{TileRow}/{TileCol}.png",
      { kind: "tiles", pattern: "https://tiles.example.se/{TileMatrix}/{TileRow}/{TileCol}.png" },
    ],
  ])("is read by its form: %s", (text, setting) => {
    expect(readBasemapSetting(text, outbound)).toEqual(setting);
  });

  it.each([
    [
      "nowhere.pmtiles",
      'BASEMAP: expected schematic, a .pmtiles file, a folder with style.json, or an https address, got "nowhere.pmtiles"',
    ],
    [join(folder, "town.mbtiles"), "BASEMAP: expected schematic, a .pmtiles file"],
    ["ftp://tiles.example.se/x", 'BASEMAP: expected an https address, got "ftp://tiles.example.se/x"'],
    ["https://", "BASEMAP: expected schematic"],
    ["https://{s}.example.se/{z}/{x}/{y}.png", "BASEMAP: expected a host that stands in OUTBOUND"],
    [join(folder, "empty"), "BASEMAP: expected a folder with style.json, got"],
    ["https://other.example.se/style.json", "BASEMAP: expected a host that stands in OUTBOUND"],
    ["http://tiles.example.se/style.json", "BASEMAP: expected an https address"],
    ["http://127.0.0.1:9999/style.json", 'stands in OUTBOUND, got "127.0.0.1:9999"'],
  ])("is refused in one plain line where it is %s", (text, line) => {
    expect(() => readBasemapSetting(text, outbound)).toThrow(line);
  });
});
