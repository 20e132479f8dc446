import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SQUARE_SIDE, squareAt, squareCorner } from "../geo/square.ts";
import { placeOnGrid } from "./on-grid.ts";

/** Two squares that touch at a corner, with an edge on every side. */
const areas = new Map([
  ["7860_99600", "west"],
  ["7861_99601", "east"],
]);
const areaOf = (square: string) => areas.get(square);
const { east, north } = squareCorner("7860_99600");
const nearby = fc.record({
  east: fc.double({ min: east - 15, max: east + 2 * SQUARE_SIDE + 15, noNaN: true }),
  north: fc.double({ min: north - 15, max: north + 2 * SQUARE_SIDE + 15, noNaN: true }),
});

describe("a position on the grid", () => {
  it("has a place exactly where an area holds it, however near the edge", () => {
    fc.assert(
      fc.property(nearby, (at) => {
        expect(placeOnGrid(at, areaOf) !== undefined).toBe(areas.has(squareAt(at)));
      }),
      { numRuns: 2000 },
    );
  });

  it("is moved to a point of the grid within ten metres each way, in the square and area that it is told to be", () => {
    fc.assert(
      fc.property(nearby, (at) => {
        const place = placeOnGrid(at, areaOf);
        if (!place) return;
        expect([place.east % 10, place.north % 10]).toEqual([0, 0]);
        expect(Math.abs(place.east - at.east)).toBeLessThan(10);
        expect(Math.abs(place.north - at.north)).toBeLessThan(10);
        expect(place.square).toBe(squareAt(place));
        expect(place.area).toBe(areaOf(place.square));
      }),
      { numRuns: 2000 },
    );
  });
});
