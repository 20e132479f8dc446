import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromCrs, readCrs, toSweref991500 } from "./crs.ts";
import { type LngLat, toGrid, toLngLat } from "./sweref.ts";

/**
 * Lantmäteriet, "Gauss conformal projection (transverse Mercator), Krüger's formulas": written here once more,
 * to hold proj4's against them.
 */
function kruger({ lng, lat }: LngLat, scale: number, falseEast: number): [east: number, north: number] {
  const [axis, flattening, radians] = [6_378_137, 1 / 298.257222101, Math.PI / 180];
  const e2 = flattening * (2 - flattening);
  const n = flattening / (2 - flattening);
  const meanRadius = (axis / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
  const phi = lat * radians;
  const sin2 = Math.sin(phi) ** 2;
  const [A, B] = [e2, (5 * e2 ** 2 - e2 ** 3) / 6];
  const [C, D] = [(104 * e2 ** 3 - 45 * e2 ** 4) / 120, (1237 * e2 ** 4) / 1260];
  const conformal = phi - Math.sin(phi) * Math.cos(phi) * (A + B * sin2 + C * sin2 ** 2 + D * sin2 ** 3);
  const fromMeridian = (lng - 15) * radians;
  const xi = Math.atan(Math.tan(conformal) / Math.cos(fromMeridian));
  const eta = Math.atanh(Math.cos(conformal) * Math.sin(fromMeridian));
  const series = [
    n / 2 - (2 * n ** 2) / 3 + (5 * n ** 3) / 16 + (41 * n ** 4) / 180,
    (13 * n ** 2) / 48 - (3 * n ** 3) / 5 + (557 * n ** 4) / 1440,
    (61 * n ** 3) / 240 - (103 * n ** 4) / 140,
    (49561 * n ** 4) / 161_280,
  ];
  const sum = (term: (k: number) => number) =>
    series.reduce((total, beta, index) => total + beta * term(2 * (index + 1)), 0);
  return [
    scale * meanRadius * (eta + sum((k) => Math.cos(k * xi) * Math.sinh(k * eta))) + falseEast,
    scale * meanRadius * (xi + sum((k) => Math.sin(k * xi) * Math.cosh(k * eta))),
  ];
}

const within = (west: number, south: number, east: number, north: number) =>
  fc.record({
    lng: fc.double({ min: west, max: east, noNaN: true }),
    lat: fc.double({ min: south, max: north, noNaN: true }),
  });

const MILLIMETRE = 0.001;

describe.each([
  ["within Karlshamn", within(14.838, 56.152, 14.892, 56.185)],
  ["in all of Sweden", within(10.9, 55.2, 24.2, 69.1)],
])("positions %s", (_, somewhere) => {
  it("are the same in SWEREF 99 TM by Lantmäteriet's formulas, within a millimetre", () => {
    fc.assert(
      fc.property(somewhere, (at) => {
        const [east, north] = kruger(at, 0.9996, 500_000);
        const grid = toGrid(at);
        expect(Math.hypot(grid.east - east, grid.north - north)).toBeLessThan(MILLIMETRE);
      }),
    );
  });

  it("are the same in SWEREF 99 15 00 by Lantmäteriet's formulas, within a millimetre", () => {
    fc.assert(
      fc.property(somewhere, (at) => {
        const [east, north] = kruger(at, 1, 150_000);
        const [ourEast, ourNorth] = toSweref991500(at);
        expect(Math.hypot(ourEast - east, ourNorth - north)).toBeLessThan(MILLIMETRE);
      }),
    );
  });

  it("come back from both grids to where they were, within a millimetre", () => {
    fc.assert(
      fc.property(somewhere, (at) => {
        const metres = (back: LngLat) => {
          const [here, there] = [toGrid(at), toGrid(back)];
          return Math.hypot(here.east - there.east, here.north - there.north);
        };
        expect(metres(toLngLat(toGrid(at)))).toBeLessThan(MILLIMETRE);
        expect(metres(fromCrs("EPSG:3009", toSweref991500(at)))).toBeLessThan(MILLIMETRE);
      }),
    );
  });
});

describe("a system that is named", () => {
  it.each([
    ["EPSG:3009", "EPSG:3009"],
    ["3006", "EPSG:3006"],
    ["urn:ogc:def:crs:EPSG::3006", "EPSG:3006"],
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"],
    ["SWEREF 99 15 00", "EPSG:3009"],
    ["sweref99 tm", "EPSG:3006"],
    ['PROJCS["SWEREF99_15_00",GEOGCS["GCS_SWEREF99",DATUM["D_SWEREF99"]]]', "EPSG:3009"],
    [
      'PROJCS["SWEREF99 TM",GEOGCS["SWEREF99",AUTHORITY["EPSG","4619"]],AUTHORITY["EPSG","3006"]]',
      "EPSG:3006",
    ],
    ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]', "EPSG:4326"],
    ["EPSG:3857", undefined],
    ['PROJCS["RT90_25_gon_V"]', undefined],
    ["", undefined],
  ])("as %s is %s", (named, crs) => {
    expect(readCrs(named)).toBe(crs);
  });
});
