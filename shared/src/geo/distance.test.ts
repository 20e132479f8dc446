import { describe, expect, it } from "vitest";
import { lengthInMetres, metresBetween, metresToLine, metresToSurface, movedBy } from "./distance.ts";
import { type GridPosition, toLngLat } from "./sweref.ts";

/** A position so many metres east and north of a spot near the middle meridian of the grid, where it is true to scale. */
const at = (east: number, north: number) => toLngLat({ east: 500_000 + east, north: 6_225_000 + north });
const position = ({ lng, lat }: ReturnType<typeof at>) => [lng, lat];
const line = (...points: GridPosition[]) => points.map(({ east, north }) => position(at(east, north)));

const square = line(
  { east: 0, north: 0 },
  { east: 100, north: 0 },
  { east: 100, north: 100 },
  { east: 0, north: 100 },
  { east: 0, north: 0 },
);
const yard = line(
  { east: 40, north: 40 },
  { east: 60, north: 40 },
  { east: 60, north: 60 },
  { east: 40, north: 60 },
  { east: 40, north: 40 },
);

describe("a distance in metres", () => {
  it("is the one that a position was moved by, and the way back leads back", () => {
    const moved = movedBy(at(0, 0), { east: -30, north: 40 });
    expect(metresBetween(at(0, 0), moved)).toBeCloseTo(50, 2);
    expect(metresBetween(moved, at(-30, 40))).toBeLessThan(0.5);
    expect(metresBetween(movedBy(moved, { east: 30, north: -40 }), at(0, 0))).toBeLessThan(0.01);
  });

  it("agrees with the national grid within half a percent", () => {
    expect(metresBetween(at(0, 0), at(300, 400)) / 500).toBeCloseTo(1, 2);
    expect(lengthInMetres(square) / 400).toBeCloseTo(1, 2);
  });

  it("goes to the nearest point of a line, its ends included", () => {
    const street = line({ east: 0, north: 0 }, { east: 100, north: 0 });
    expect(metresToLine(at(50, 20), street)).toBeCloseTo(20, 0);
    expect(metresToLine(at(130, 40), street)).toBeCloseTo(50, 0);
  });

  it("is 0 within a surface and goes to its edge outside it and in its holes", () => {
    expect(metresToSurface(at(20, 20), [square, yard])).toBe(0);
    expect(metresToSurface(at(130, 50), [square, yard])).toBeCloseTo(30, 0);
    expect(metresToSurface(at(50, 55), [square, yard])).toBeCloseTo(5, 0);
  });
});
