import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makePairs, pairOf, sortPairs } from "./pairs.ts";

describe("pairs of owners and squares", () => {
  it("have one number each, in the order in which they come, and know owner and square again", () => {
    const any = fc.record({ owner: fc.integer({ min: 0, max: 40 }), square: fc.integer({ min: 0, max: 5 }) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 400 }), (rows) => {
        const pairs = makePairs(1);
        const known = new Map<string, number>();
        for (const { owner, square } of rows) {
          // Owners that fall on the same place of the table must be told apart too.
          const pair = pairOf(pairs, owner, owner & 3, square);
          const key = `${owner} ${square}`;
          expect(pair).toBe(known.get(key) ?? known.size);
          known.set(key, pair);
          expect(pairs.square[pair]).toBe(square);
        }
        expect(pairs.pairs).toBe(known.size);
        expect(pairs.owners).toBe(new Set(rows.map(({ owner }) => owner)).size);
        const owners = new Map<number, Set<number>>();
        for (const [key, pair] of known) {
          const owner = Number(key.split(" ")[0]);
          owners.set(owner, (owners.get(owner) ?? new Set()).add(pairs.owner[pair] as number));
        }
        for (const numbers of owners.values()) expect(numbers.size).toBe(1);

        const moved = sortPairs(pairs);
        const squares = [...pairs.square.subarray(0, pairs.pairs)];
        expect(squares).toEqual(squares.toSorted((a, b) => a - b));
        for (const [key, pair] of known) {
          const [owner = 0, square = 0] = key.split(" ").map(Number);
          expect(pairOf(pairs, owner, owner & 3, square)).toBe(moved[pair]);
        }
      }),
    );
  });
});
