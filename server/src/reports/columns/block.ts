/** The counted reports of one month as typed columns; a row is its place in them. */
import { type Feeling, type Impact, type Light, feelings, lights } from "@trygg/shared/reports/terms.ts";
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
  /** The cell of the 10 m grid. */
  cell: Uint32Array;
  /** The voice in its square. */
  pair: Uint32Array;
  /** Day of the month. */
  day: Uint8Array;
  /** Bit r stands for reason r. */
  reasons: Uint32Array;
  /** How many bins of the week it concerns. */
  bins: Uint8Array;
  bits: BitColumns;
}

/** A report as its block takes it. */
export interface BlockRow {
  cell: number;
  pair: number;
  day: number;
  reasons: number;
  /** The mask of bins in its upper and lower half. */
  binsHigh: number;
  binsLow: number;
  feeling: Feeling;
  light: Light;
  impact: Impact | null;
}

/** The kinds of rows that stand together. */
export const segments: readonly { feeling: Feeling; light: Light }[] = feelings.flatMap((feeling) =>
  lights.map((light) => ({ feeling, light })),
);

/** Rows that are gathered before they are sorted into a block, field by field. */
export interface Draft {
  count: number;
  /** Seven fields of each row: cell, pair, day, reasons, bins (upper and lower half), and segment with impact. */
  fields: Uint32Array;
}

const FIELDS = 7;
const NO_IMPACT = 4;

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
  const segment = feelings.indexOf(row.feeling) * lights.length + lights.indexOf(row.light);
  draft.fields[at] = row.cell;
  draft.fields[at + 1] = row.pair;
  draft.fields[at + 2] = row.day;
  draft.fields[at + 3] = row.reasons;
  draft.fields[at + 4] = row.binsHigh;
  draft.fields[at + 5] = row.binsLow;
  draft.fields[at + 6] = segment * 8 + (row.impact ?? NO_IMPACT);
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
  const segmentOf = (row: number) => field(row, 6) >>> 3;
  // One number to sort by, which ends in the row. Pairs that were numbered together stand square by square.
  const keys = new Float64Array(count);
  for (let row = 0; row < count; row++) keys[row] = (segmentOf(row) * MANY + field(row, 1)) * MANY + row;
  keys.sort();
  const block = makeBlock(count);
  const ends = segments.map(() => 0);
  const sorted: BlockRow = { cell: 0, pair: 0, day: 0, reasons: 0, binsHigh: 0, binsLow: 0, ...unsaid };
  for (const key of keys) {
    const row = key % MANY;
    const segment = segmentOf(row);
    const impact = field(row, 6) & 7;
    sorted.cell = field(row, 0);
    sorted.pair = field(row, 1);
    sorted.day = field(row, 2);
    sorted.reasons = field(row, 3);
    sorted.binsHigh = field(row, 4);
    sorted.binsLow = field(row, 5);
    Object.assign(sorted, segments[segment]);
    sorted.impact = impact === NO_IMPACT ? null : (impact as Impact);
    appendRow(block, sorted);
    ends[segment] = block.count;
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

const unsaid = { feeling: "unsafe", light: "dark", impact: null } as const;

export function makeBlock(capacity: number): Block {
  return {
    count: 0,
    ends: segments.map(() => 0),
    runs: { square: new Uint16Array(0), end: new Uint32Array(0) },
    cell: new Uint32Array(capacity),
    pair: new Uint32Array(capacity),
    day: new Uint8Array(capacity),
    reasons: new Uint32Array(capacity),
    bins: new Uint8Array(capacity),
    bits: makeBits(REASONS + MOST_REASONS, capacity),
  };
}

export function appendRow(block: Block, row: BlockRow): void {
  if (block.count === block.cell.length) growBlock(block);
  const at = block.count;
  block.cell[at] = row.cell;
  block.pair[at] = row.pair;
  block.day[at] = row.day;
  block.reasons[at] = row.reasons;
  block.bins[at] = setBins(block.bits, at, row.binsHigh, row.binsLow);
  setBit(block.bits, row.feeling === "unsafe" ? UNSAFE : SAFE, at);
  if (row.light !== "light") setBit(block.bits, DARK, at);
  if (row.light !== "dark") setBit(block.bits, LIGHT, at);
  if (row.impact !== null)
    for (let least = 0; least <= row.impact; least++) setBit(block.bits, IMPACT + least, at);
  for (let left = row.reasons; left !== 0; left &= left - 1)
    setBit(block.bits, REASONS + 31 - Math.clz32(left & -left), at);
  block.count += 1;
}

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
  const rows = Math.ceil(block.cell.length * 1.25) + 32;
  const grown = makeBlock(rows);
  grown.cell.set(block.cell);
  grown.pair.set(block.pair);
  grown.day.set(block.day);
  grown.reasons.set(block.reasons);
  grown.bins.set(block.bins);
  Object.assign(block, {
    ...grown,
    count: block.count,
    ends: block.ends,
    runs: block.runs,
    bits: growBits(block.bits, rows),
  });
}
