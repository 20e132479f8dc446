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
 * Rows from `from` up to `to` that have, for every group of columns, a bit in at least one of them; written to `out`, in
 * rising order, from place `at` on. Returns the place after the last.
 */
export function rowsWith(
  { words, bits }: BitColumns,
  from: number,
  to: number,
  groups: readonly (readonly number[])[],
  out: Uint32Array,
  at: number,
): number {
  if (from >= to) return at;
  if (groups.length === 0) return writeAll(from, to, out, at);
  const [first, end] = [from >>> 5, ((to - 1) >>> 5) + 1];
  // Two groups of up to three columns, as the desk mostly asks, are read in one pass; a column may stand in it twice.
  const [one = [], other = one] = groups;
  const inOnePass = groups.length < 3 && fits(one) && fits(other);
  if (inOnePass) {
    const [a, b, c] = startsOf(one, words);
    const [d, e, f] = startsOf(other, words);
    readPass(bits, first, end, a, b, c, d, e, f);
  } else {
    matching = roomFor(matching, end - first).fill(-1, 0, end - first);
    for (const columns of groups) andWith(columns, words, first, end - first, bits);
  }
  // Rows of the first and the last word that lie outside.
  matching[0] = (matching[0] as number) & (-1 << (from & 31));
  const last = end - first - 1;
  if ((to & 31) !== 0) matching[last] = (matching[last] as number) & ((1 << (to & 31)) - 1);
  return writeRows(first, last + 1, out, at);
}

const fits = (columns: readonly number[]) => columns.length > 0 && columns.length <= 3;

function startsOf(columns: readonly number[], words: number): [number, number, number] {
  const [a = 0, b = a, c = a] = columns;
  return [a * words, b * words, c * words];
}

/** Words of the rows under way, and of one group of columns; used again from question to question. */
let matching = new Int32Array(1024);
let group = new Int32Array(1024);

const roomFor = (array: Int32Array<ArrayBuffer>, length: number) =>
  array.length < length ? new Int32Array(length) : array;

function readPass(
  bits: Uint32Array,
  first: number,
  end: number,
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
): void {
  matching = roomFor(matching, end - first);
  const to = matching;
  for (let word = first; word < end; word++)
    to[word - first] =
      ((bits[a + word] as number) | (bits[b + word] as number) | (bits[c + word] as number)) &
      ((bits[d + word] as number) | (bits[e + word] as number) | (bits[f + word] as number));
}

/** Takes away what has no bit in any of the columns. */
function andWith(
  columns: readonly number[],
  words: number,
  first: number,
  length: number,
  bits: Uint32Array,
): void {
  group = roomFor(group, length).fill(0, 0, length);
  for (const column of columns) {
    const start = column * words + first;
    for (let word = 0; word < length; word++)
      group[word] = (group[word] as number) | (bits[start + word] as number);
  }
  for (let word = 0; word < length; word++)
    matching[word] = (matching[word] as number) & (group[word] as number);
}

function writeAll(from: number, to: number, out: Uint32Array, at: number): number {
  let found = at;
  for (let row = from; row < to; row++, found++) out[found] = row;
  return found;
}

function writeRows(first: number, length: number, out: Uint32Array, at: number): number {
  const from = matching;
  let found = at;
  for (let word = 0; word < length; word++) {
    let left = from[word] as number;
    const row = (first + word) << 5;
    while (left !== 0) {
      out[found] = row + 31 - Math.clz32(left & -left);
      found += 1;
      left &= left - 1;
    }
  }
  return found;
}
