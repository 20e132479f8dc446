/** The counted reports of one month as typed columns; a row is its place in them. */
import { feelingOfKind, impactOfKind, lightOfKind } from "@trygg/shared/reports/kind.ts";
import { WORDS_PER_POINT, binsOfRest, dayOfRest, restOf } from "@trygg/shared/reports/points.ts";
import { type Feeling, type Light, feelings, lights } from "@trygg/shared/reports/terms.ts";
import { BINS_PER_WEEK } from "@trygg/shared/time/bins.ts";
import { type BitColumns, growBits, makeBits, setBit } from "../../columns/bits.ts";

/** Columns of bits: the bins of the week, then these, then the reasons. */
export const UNSAFE = BINS_PER_WEEK;
export const SAFE = UNSAFE + 1;
export const DARK = SAFE + 1;
export const LIGHT = DARK + 1;
/** Affects at least 0, 1, 2, 3. */
export const IMPACT = LIGHT + 1;
export const REASONS = IMPACT + 4;
/** As many as a word of bits holds. */
export const MOST_REASONS = 32;

export interface Block {
  count: number;
  /**
   * Where each segment of the rows that were sorted ends, in the order of `segments`: rows of one feeling and light stand
   * together, square by square. What has come since stands behind them as it came.
   */
  ends: readonly number[];
  /** Sorted rows that follow each other in one square: which it is, and the row after the last. */
  runs: { square: Uint16Array; end: Uint32Array };
  /** The voice in its square. */
  pair: Uint32Array;
  /** Cell of the 10 m grid, reasons, and day, kind and how many bins: the words of `points.ts` in shared. */
  points: Uint32Array;
  bits: BitColumns;
}

/** A report as its block takes it. */
export interface BlockRow {
  cell: number;
  pair: number;
  /** Days since day 0. */
  day: number;
  reasons: number;
  /** The mask of bins in its upper and lower half. */
  binsHigh: number;
  binsLow: number;
  kind: number;
}

/** Rows of one feeling and light, which stand together; a kind tells its own. */
export const segments: readonly { feeling: Feeling; light: Light }[] = feelings.flatMap((feeling) =>
  lights.map((light) => ({ feeling, light })),
);

/** Rows that are gathered before they are sorted into a block, field by field. */
export interface Draft {
  count: number;
  /** Seven fields of each row: cell, pair, day, reasons, bins (upper and lower half), and kind. */
  fields: Uint32Array;
}

const FIELDS = 7;
/** A kind's segment stands above its impact. */
const SEGMENT_SHIFT = 3;

export const makeDraft = (capacity: number): Draft => ({
  count: 0,
  fields: new Uint32Array(Math.max(1, capacity) * FIELDS),
});

export function draftRow(draft: Draft, row: BlockRow): void {
  const at = draft.count * FIELDS;
  if (at === draft.fields.length) {
    const grown = new Uint32Array(draft.fields.length * 2);
    grown.set(draft.fields);
    draft.fields = grown;
  }
  draft.fields[at] = row.cell;
  draft.fields[at + 1] = row.pair;
  draft.fields[at + 2] = row.day;
  draft.fields[at + 3] = row.reasons;
  draft.fields[at + 4] = row.binsHigh;
  draft.fields[at + 5] = row.binsLow;
  draft.fields[at + 6] = row.kind;
  draft.count += 1;
}

/** Puts the new numbers of pairs in the place of the old ones. */
export function renumberPairs({ count, fields }: Draft, moved: Uint32Array): void {
  for (let row = 0; row < count; row++) {
    const at = row * FIELDS + 1;
    fields[at] = moved[fields[at] as number] as number;
  }
}

/** More pairs than there will be, and more rows of a month: three bits and two of these fit into a number. */
const MANY = 2 ** 24;

/** The block of all drafted rows, sorted by segment and pair. */
export function sealBlock({ count, fields }: Draft, squares: Uint16Array): Block {
  const field = (row: number, index: number) => fields[row * FIELDS + index] as number;
  const segmentOf = (row: number) => field(row, 6) >>> SEGMENT_SHIFT;
  // One number to sort by, which ends in the row. Pairs that were numbered together stand square by square.
  const keys = new Float64Array(count);
  for (let row = 0; row < count; row++) keys[row] = (segmentOf(row) * MANY + field(row, 1)) * MANY + row;
  keys.sort();
  const block = makeBlock(count);
  const ends = segments.map(() => 0);
  const sorted: BlockRow = { cell: 0, pair: 0, day: 0, reasons: 0, binsHigh: 0, binsLow: 0, kind: 0 };
  for (const key of keys) {
    const row = key % MANY;
    sorted.cell = field(row, 0);
    sorted.pair = field(row, 1);
    sorted.day = field(row, 2);
    sorted.reasons = field(row, 3);
    sorted.binsHigh = field(row, 4);
    sorted.binsLow = field(row, 5);
    sorted.kind = field(row, 6);
    appendRow(block, sorted);
    ends[segmentOf(row)] = block.count;
  }
  // A segment without rows ends where the one before it does.
  for (let segment = 1; segment < ends.length; segment++)
    ends[segment] = Math.max(ends[segment] as number, ends[segment - 1] as number);
  block.ends = ends;
  block.runs = runsOf(block, squares);
  return block;
}

/** A run ends where the square changes; where the same square goes on in the next segment, the run goes on too. */
function runsOf({ count, pair }: Block, squares: Uint16Array): Block["runs"] {
  const square: number[] = [];
  const end: number[] = [];
  for (let row = 0; row < count; row++) {
    const here = squares[pair[row] as number] as number;
    if (here !== square.at(-1)) {
      square.push(here);
      end.push(row);
    }
    end[end.length - 1] = row + 1;
  }
  return { square: Uint16Array.from(square), end: Uint32Array.from(end) };
}

export function makeBlock(capacity: number): Block {
  return {
    count: 0,
    ends: segments.map(() => 0),
    runs: { square: new Uint16Array(0), end: new Uint32Array(0) },
    pair: new Uint32Array(capacity),
    points: new Uint32Array(capacity * WORDS_PER_POINT),
    bits: makeBits(REASONS + MOST_REASONS, capacity),
  };
}

export function appendRow(block: Block, row: BlockRow): void {
  if (block.count === block.pair.length) growBlock(block);
  const at = block.count;
  block.pair[at] = row.pair;
  const bins = setBins(block.bits, at, row.binsHigh, row.binsLow);
  const word = at * WORDS_PER_POINT;
  block.points[word] = row.cell;
  block.points[word + 1] = row.reasons;
  block.points[word + 2] = restOf(row.day, row.kind, bins);
  const light = lightOfKind(row.kind);
  const impact = impactOfKind(row.kind);
  setBit(block.bits, feelingOfKind(row.kind) === "unsafe" ? UNSAFE : SAFE, at);
  if (light !== "light") setBit(block.bits, DARK, at);
  if (light !== "dark") setBit(block.bits, LIGHT, at);
  if (impact !== null) for (let least = 0; least <= impact; least++) setBit(block.bits, IMPACT + least, at);
  for (let left = row.reasons; left !== 0; left &= left - 1)
    setBit(block.bits, REASONS + 31 - Math.clz32(left & -left), at);
  block.count += 1;
}

/** The words of the points that a row of a block may be asked for. */
export const reasonsAt = ({ points }: Block, row: number) => points[row * WORDS_PER_POINT + 1] as number;
export const dayAt = ({ points }: Block, row: number) =>
  dayOfRest(points[row * WORDS_PER_POINT + 2] as number);
export const binsAt = ({ points }: Block, row: number) =>
  binsOfRest(points[row * WORDS_PER_POINT + 2] as number);

function setBins(bits: BitColumns, row: number, high: number, low: number): number {
  let count = 0;
  for (let left = low; left !== 0; left &= left - 1, count++)
    setBit(bits, 31 - Math.clz32(left & -left), row);
  for (let left = high; left !== 0; left &= left - 1, count++)
    setBit(bits, 32 + 31 - Math.clz32(left & -left), row);
  return count;
}

/** A month under way grows by a quarter at a time. */
function growBlock(block: Block): void {
  const rows = Math.ceil(block.pair.length * 1.25) + 32;
  const grown = makeBlock(rows);
  grown.pair.set(block.pair);
  grown.points.set(block.points);
  Object.assign(block, {
    ...grown,
    count: block.count,
    ends: block.ends,
    runs: block.runs,
    bits: growBits(block.bits, rows),
  });
}
