import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexThings } from "./nearby.ts";
import type { GridPosition } from "./sweref.ts";

const position = fc.record({
  east: fc.integer({ min: 495_000, max: 497_000 }),
  north: fc.integer({ min: 6_225_000, max: 6_227_000 }),
});
const metres = (a: GridPosition, b: GridPosition) => Math.hypot(a.east - b.east, a.north - b.north);

describe("things nearby", () => {
  it("are those that a look at every one finds", () => {
    fc.assert(
      fc.property(fc.array(position, { maxLength: 200 }), position, (things, at) => {
        const found = indexThings(things).nearest(at, 10, 300);
        const all = things.map((each) => metres(each, at)).filter((each) => each <= 300);
        expect(found.map((place) => metres(things[place] as GridPosition, at))).toEqual(
          all.sort((a, b) => a - b).slice(0, 10),
        );
      }),
    );
  });

  it("fill a box up to its edges", () => {
    fc.assert(
      fc.property(fc.array(position, { maxLength: 200 }), position, (things, { east, north }) => {
        const box = { east: east + 100, north: north + 100 };
        const inside = things.filter(
          (each) =>
            each.east >= east && each.east <= box.east && each.north >= north && each.north <= box.north,
        );
        expect(
          new Set(
            indexThings(things)
              .inBox({ east, north }, box)
              .map((place) => things[place]),
          ),
        ).toEqual(new Set(inside));
      }),
    );
  });

  it("are none where there are no things", () => {
    const index = indexThings([]);
    expect(index.nearest({ east: 0, north: 0 }, 1)).toEqual([]);
    expect(index.inBox({ east: 0, north: 0 }, { east: 9, north: 9 })).toEqual([]);
  });
});
