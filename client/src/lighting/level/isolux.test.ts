import { toGrid } from "@trygg/shared/geo/sweref.ts";
import { type Grid, addLight, rasterOf } from "@trygg/shared/photometry/raster.ts";
import { describe, expect, it } from "vitest";
import { isoluxLines } from "./isolux.ts";

const grid: Grid = { east: 491_280, north: 6_224_980, step: 1, width: 80, height: 60 };
const lamp = {
  east: 491_320,
  north: 6_225_010,
  height: 5,
  flux: 2800,
  c0: null,
  tilt: 0,
  shape: { q: 0, a: 0, b: 0 },
};

/** How far from a lamp by Lambert's cosine the light is so many lux. */
const radiusOf = (lux: number) => Math.sqrt(Math.sqrt(((2800 / Math.PI) * 25) / lux) - 25);

const everywhere = new Uint8Array(80 * 60).fill(1);

describe("lines of equal light", () => {
  it("run around a lamp where its light is as much, and nowhere along the edge of the raster", () => {
    const lux = rasterOf(grid);
    addLight(lux, grid, lamp);
    for (const { properties, geometry } of isoluxLines(grid, lux, everywhere).features) {
      const away = geometry.coordinates.flat().map(([lng = 0, lat = 0]) => {
        const { east, north } = toGrid({ lng, lat });
        return Math.hypot(east - lamp.east, north - lamp.north);
      });
      const radius = radiusOf(properties.lux);
      expect(away.length).toBeGreaterThan(8);
      for (const metres of away) expect(Math.abs(metres - radius)).toBeLessThan(0.4);
    }
    const even = isoluxLines(grid, rasterOf(grid).fill(1.5), everywhere).features;
    expect(even.flatMap(({ geometry }) => geometry.coordinates)).toEqual([]);
  });

  it("end where nothing is shown", () => {
    const lux = rasterOf(grid);
    addLight(lux, grid, lamp);
    const west = everywhere.map((_, cell) => (cell % 80 < 40 ? 1 : 0));
    const easts = isoluxLines(grid, lux, west).features.flatMap(({ geometry }) =>
      geometry.coordinates.flat().map(([lng = 0, lat = 0]) => toGrid({ lng, lat }).east),
    );
    expect(easts.length).toBeGreaterThan(50);
    expect(Math.max(...easts)).toBeLessThanOrEqual(grid.east + 40.01);
  });
});
