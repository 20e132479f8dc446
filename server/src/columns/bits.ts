/**
 * Bits in columns: one bit for each row in each column, thirty-two rows to a word, so that a condition on many rows is
 * a few operations on words and only the rows that fulfil it are visited.
 */

export interface BitColumns {
  /** How many columns there are. */
  columns: number;
  /** Words that each column has room for. */
  words: number;
  bits: Uint32Array;
}

export function makeBits(columns: number, rows: number): BitColumns {
  const words = Math.max(1, Math.ceil(rows / 32));
  return { columns, words, bits: new Uint32Array(columns * words) };
}

export function setBit({ words, bits }: BitColumns, column: number, row: number): void {
  const at = column * words + (row >>> 5);
  bits[at] = (bits[at] as number) | (1 << (row & 31));
}

/** The same bits with room for more rows. */
export function growBits({ columns, words, bits }: BitColumns, rows: number): BitColumns {
  const grown = makeBits(columns, rows);
  for (let column = 0; column < columns; column++)
    grown.bits.set(bits.subarray(column * words, (column + 1) * words), column * grown.words);
  return grown;
}

/**
 * Rows below `count` that have, for every group of columns, a bit in at least one of them; written to `out` in rising
 * order. Returns how many they are.
 */
export function rowsWith(
  { words, bits }: BitColumns,
  count: number,
  groups: readonly (readonly number[])[],
  out: Uint32Array,
): number {
  const used = Math.ceil(count / 32);
  const starts = groups.map((columns) => columns.map((column) => column * words));
  let found = 0;
  for (let word = 0; word < used; word++) {
    let matching = word === used - 1 && (count & 31) !== 0 ? (1 << (count & 31)) - 1 : -1;
    for (const group of starts) {
      let any = 0;
      for (const start of group) any |= bits[start + word] as number;
      matching &= any;
      if (matching === 0) break;
    }
    while (matching !== 0) {
      const lowest = matching & -matching;
      out[found] = (word << 5) + (31 - Math.clz32(lowest));
      found += 1;
      matching ^= lowest;
    }
  }
  return found;
}
