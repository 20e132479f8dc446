import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutEvenly, middleOf } from "./cut.ts";
import { lengthInMetres } from "./distance.ts";

const spot = fc.tuple(
  fc.double({ min: 14.85, max: 14.88, noNaN: true }),
  fc.double({ min: 56.16, max: 56.18, noNaN: true }),
);

describe("a line that is cut", () => {
  it("falls into equal pieces that follow each other from end to end", () => {
    fc.assert(
      fc.property(
        fc.array(spot, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (line, pieces) => {
          const cut = cutEvenly(line, pieces);
          expect(cut).toHaveLength(pieces);
          expect(cut[0]?.[0]).toEqual(line[0]);
          expect(cut.at(-1)?.at(-1)).toEqual(line.at(-1));
          // Each measure lays its own plane at the place, so that they differ by a ten-thousandth.
          const metres = lengthInMetres(line);
          const wrong = cut.filter(
            (piece) => Math.abs(lengthInMetres(piece) * pieces - metres) > metres / 1000 + 0.001,
          );
          expect(wrong).toEqual([]);
          expect(cut.slice(1).map((piece) => piece[0])).toEqual(
            cut.slice(0, -1).map((piece) => piece.at(-1)),
          );
        },
      ),
    );
  });

  it("has its middle half way", () => {
    const middle = middleOf([
      [14.86, 56.17],
      [14.86, 56.171],
      [14.86, 56.174],
    ]);
    expect(middle.lat).toBeCloseTo(56.172, 6);
  });
});
