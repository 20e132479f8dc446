/** The counted reports of one month as typed columns; a row is its place in them. */
import type { Feeling, Impact, Light } from "@trygg/shared/reports/terms.ts";
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

export function makeBlock(capacity: number): Block {
  return {
    count: 0,
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
  Object.assign(block, { ...grown, count: block.count, bits: growBits(block.bits, rows) });
}
