import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growBits, makeBits, rowsWith, setBit } from "./bits.ts";

/** Rows as lists of the columns that they have a bit in. */
const anyRows = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 9 })), { maxLength: 150 });
const any = fc.integer({ min: 0, max: 150 });
const anyGroups = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), {
  maxLength: 4,
});

describe("columns of bits", () => {
  it("find the rows that a plain look at each row finds, also after they have grown", () => {
    fc.assert(
      fc.property(anyRows, anyGroups, any, any, any, (rows, groups, room, one, other) => {
        let bits = makeBits(10, room);
        for (const [row, columns] of rows.entries()) {
          if (row >= bits.words * 32) bits = growBits(bits, row + 1);
          for (const column of columns) setBit(bits, column, row);
        }
        const [from, to] = [Math.min(one, other), Math.min(Math.max(one, other), rows.length)];
        const out = new Uint32Array(rows.length + 1);
        const found = rowsWith(bits, from, to, groups, out, 1);
        const expected = rows.flatMap((columns, row) =>
          row >= from && row < to && groups.every((group) => group.some((column) => columns.includes(column)))
            ? [row]
            : [],
        );
        expect([...out.subarray(1, found)]).toEqual(expected);
      }),
    );
  });
});
