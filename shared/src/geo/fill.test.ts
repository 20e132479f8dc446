import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillRings } from "./fill.ts";

const grid = { east: 100, north: 200, step: 2, width: 5, height: 4 };

/** From the south, as a picture. */
const filled = (...rings: number[][][]) => {
  const cells = Array.from({ length: 20 }, () => ".");
  fillRings(grid, rings, (from, to) => cells.fill("#", from, to));
  return [0, 1, 2, 3].map((row) => cells.slice(row * 5, row * 5 + 5).join(""));
};
const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

describe("cells within a surface", () => {
  it("are those whose middles it covers", () => {
    expect(filled(box(102, 202, 106, 206))).toEqual([".....", ".##..", ".##..", "....."]);
    expect(filled(box(101.1, 201.1, 105.1, 205.1))).toEqual([".....", ".##..", ".##..", "....."]);
    expect(filled(box(90, 190, 120, 220))).toEqual(["#####", "#####", "#####", "#####"]);
    expect(filled(box(300, 200, 310, 210))).toEqual([".....", ".....", ".....", "....."]);
  });

  it("are not those of a hole, nor does it matter whether a ring repeats its first corner", () => {
    const outer = [...box(100, 200, 110, 208), [100, 200]];
    expect(filled(outer, box(102, 202, 106, 206))).toEqual(["#####", "#..##", "#..##", "#####"]);
  });

  it("belong to one of two surfaces that share an edge", () => {
    fc.assert(
      fc.property(fc.double({ min: 100, max: 110, noNaN: true }), (edge) => {
        const times = Array.from({ length: 20 }, () => 0);
        const count = (from: number, to: number) => {
          for (let cell = from; cell < to; cell++) times[cell] = (times[cell] ?? 0) + 1;
        };
        fillRings(grid, [box(100, 200, edge, 208)], count);
        fillRings(grid, [box(edge, 200, 110, 208)], count);
        expect(times).toEqual(Array.from({ length: 20 }, () => 1));
      }),
    );
  });
});
