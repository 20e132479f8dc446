import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growBits, makeBits, rowsWith, setBit } from "./bits.ts";

/** Rows as lists of the columns that they have a bit in. */
const anyRows = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 9 })), { maxLength: 150 });
const anyGroups = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), {
  maxLength: 4,
});

describe("columns of bits", () => {
  it("find the rows that a plain look at each row finds, also after they have grown", () => {
    fc.assert(
      fc.property(anyRows, anyGroups, fc.integer({ min: 0, max: 150 }), (rows, groups, first) => {
        let bits = makeBits(10, first);
        for (const [row, columns] of rows.entries()) {
          if (row >= bits.words * 32) bits = growBits(bits, row + 1);
          for (const column of columns) setBit(bits, column, row);
        }
        const out = new Uint32Array(rows.length);
        const found = rowsWith(bits, rows.length, groups, out);
        const expected = rows.flatMap((columns, row) =>
          groups.every((group) => group.some((column) => columns.includes(column))) ? [row] : [],
        );
        expect([...out.subarray(0, found)]).toEqual(expected);
      }),
    );
  });
});
