/**
 * Owners (voices, patrols) and the squares they are in, numbered from 0, so that distinct ones are counted by a look at
 * an array. An owner is known by 64 bits of its random name; a million of them share those with chance 3 in 10⁸.
 */

export interface Pairs {
  owners: number;
  /** The 64 bits of each owner. */
  high: Uint32Array;
  low: Uint32Array;
  /** Open addressing: the owner's number plus one, at a place that its bits give. */
  table: Uint32Array;
  /** The latest pair of each owner, plus one; from there a chain leads through its others. */
  first: Uint32Array;
  pairs: number;
  square: Uint16Array;
  owner: Uint32Array;
  next: Uint32Array;
}

export function makePairs(expected = 64): Pairs {
  return {
    owners: 0,
    high: new Uint32Array(expected),
    low: new Uint32Array(expected),
    table: new Uint32Array(tableSize(expected)),
    first: new Uint32Array(expected),
    pairs: 0,
    square: new Uint16Array(expected),
    owner: new Uint32Array(expected),
    next: new Uint32Array(expected),
  };
}

/** A power of two with a third of it free at least. */
const tableSize = (owners: number) => 2 ** Math.ceil(Math.log2(Math.max(8, owners * 1.5)));

/** The number of an owner's pair with a square, made at the first call. */
export function pairOf(pairs: Pairs, high: number, low: number, square: number): number {
  const owner = ownerOf(pairs, high, low);
  for (let pair = pairs.first[owner] as number; pair !== 0; pair = pairs.next[pair - 1] as number)
    if (pairs.square[pair - 1] === square) return pair - 1;
  const made = pairs.pairs;
  if (made === pairs.square.length) {
    pairs.square = grow(pairs.square);
    pairs.owner = grow(pairs.owner);
    pairs.next = grow(pairs.next);
  }
  pairs.square[made] = square;
  pairs.owner[made] = owner;
  pairs.next[made] = pairs.first[owner] as number;
  pairs.first[owner] = made + 1;
  pairs.pairs += 1;
  return made;
}

/**
 * Gives pairs of one square numbers that follow each other, so that counting goes from neighbour to neighbour in memory.
 * Returns the new number of each pair.
 */
export function sortPairs(pairs: Pairs): Uint32Array {
  const { square, owner, next, first } = pairs;
  const count = pairs.pairs;
  const starts = new Uint32Array(65537);
  for (let pair = 0; pair < count; pair++) {
    const after = (square[pair] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  const moved = new Uint32Array(count);
  for (let pair = 0; pair < count; pair++) {
    const of = square[pair] as number;
    moved[pair] = starts[of] as number;
    starts[of] = (starts[of] as number) + 1;
  }
  /** A number plus one, where 0 stands for none. */
  const link = (old: number) => (old === 0 ? 0 : (moved[old - 1] as number) + 1);
  pairs.square = new Uint16Array(square.length);
  pairs.owner = new Uint32Array(owner.length);
  pairs.next = new Uint32Array(next.length);
  for (let pair = 0; pair < count; pair++) {
    const to = moved[pair] as number;
    pairs.square[to] = square[pair] as number;
    pairs.owner[to] = owner[pair] as number;
    pairs.next[to] = link(next[pair] as number);
  }
  for (let each = 0; each < pairs.owners; each++) first[each] = link(first[each] as number);
  return moved;
}

function ownerOf(pairs: Pairs, high: number, low: number): number {
  if (pairs.owners + pairs.owners / 2 >= pairs.table.length) rehash(pairs);
  const { table } = pairs;
  const mask = table.length - 1;
  let at = (low ^ (high >>> 7)) & mask;
  for (let found = table[at] as number; found !== 0; found = table[at] as number) {
    if (pairs.high[found - 1] === high && pairs.low[found - 1] === low) return found - 1;
    at = (at + 1) & mask;
  }
  const made = pairs.owners;
  if (made === pairs.high.length) {
    pairs.high = grow(pairs.high);
    pairs.low = grow(pairs.low);
    pairs.first = grow(pairs.first);
  }
  pairs.high[made] = high;
  pairs.low[made] = low;
  table[at] = made + 1;
  pairs.owners += 1;
  return made;
}

function rehash(pairs: Pairs): void {
  const table = new Uint32Array(pairs.table.length * 2);
  const mask = table.length - 1;
  for (let owner = 0; owner < pairs.owners; owner++) {
    let at = ((pairs.low[owner] as number) ^ ((pairs.high[owner] as number) >>> 7)) & mask;
    while (table[at] !== 0) at = (at + 1) & mask;
    table[at] = owner + 1;
  }
  pairs.table = table;
}

function grow<T extends Uint16Array | Uint32Array>(array: T): T {
  const grown = new (array.constructor as new (length: number) => T)(Math.ceil(array.length * 1.25) + 16);
  grown.set(array as never);
  return grown;
}
