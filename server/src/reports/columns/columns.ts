/**
 * All counted reports of a store as typed columns in blocks of a month: what every question of staff is answered from.
 * SQL keeps the record; a test holds every answer to what SQL would say.
 */
import { squareAt } from "@trygg/shared/geo/square.ts";
import type { GridPosition } from "@trygg/shared/geo/sweref.ts";
import { type Pairs, makePairs, pairOf } from "../../columns/pairs.ts";
import { type Block, type BlockRow, MOST_REASONS, appendRow, makeBlock } from "./block.ts";

/** Metres between the points that reports stand on. */
export const CELL = 10;

export interface ReportColumns {
  /** By month, `2026-11`. */
  blocks: Map<string, Block>;
  /** Voices in squares. */
  pairs: Pairs;
  grid: CellGrid;
  squares: Numbered;
  /** The area of each square. */
  areas: Numbered;
  areaOfSquare: number[];
  reasons: Numbered;
}

/** Names with numbers from 0. */
export interface Numbered {
  names: string[];
  numbers: Map<string, number>;
}

/** The part of the 10 m grid that holds all reports, cell by cell from the south-west. */
export interface CellGrid {
  /** South-west cell, in steps of the grid. */
  east: number;
  north: number;
  width: number;
  height: number;
}

export function makeNumbered(names: Iterable<string> = []): Numbered {
  const made: Numbered = { names: [], numbers: new Map() };
  for (const name of names) numberOf(made, name);
  return made;
}

export function numberOf({ names, numbers }: Numbered, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const made = names.push(name) - 1;
  numbers.set(name, made);
  return made;
}

interface Made {
  /** The area of each square that reports may lie in. */
  areaOf: ReadonlyMap<string, string>;
  reasons: Iterable<string>;
  grid: CellGrid;
  /** Reports that are expected. */
  rows: number;
}

export function makeColumns({ areaOf, reasons, grid, rows }: Made): ReportColumns {
  const columns: ReportColumns = {
    blocks: new Map(),
    pairs: makePairs(Math.ceil(rows * 0.7) + 64),
    grid,
    squares: makeNumbered(),
    areas: makeNumbered(),
    areaOfSquare: [],
    reasons: makeNumbered(reasons),
  };
  for (const [square, area] of areaOf) addSquare(columns, square, area);
  return columns;
}

export function addSquare(
  { squares, areas, areaOfSquare }: ReportColumns,
  square: string,
  area: string,
): number {
  const number = numberOf(squares, square);
  areaOfSquare[number] = numberOf(areas, area);
  return number;
}

/** The grid that holds positions between two corners, in metres. */
export function gridBetween(southWest: GridPosition, northEast: GridPosition): CellGrid {
  const [east, north] = [Math.floor(southWest.east / CELL), Math.floor(southWest.north / CELL)];
  return {
    east,
    north,
    width: Math.floor(northEast.east / CELL) - east + 1,
    height: Math.floor(northEast.north / CELL) - north + 1,
  };
}

/** The cell of a position; undefined outside the grid. */
export function cellAt({ east, north, width, height }: CellGrid, at: GridPosition): number | undefined {
  const [column, row] = [Math.floor(at.east / CELL) - east, Math.floor(at.north / CELL) - north];
  return column >= 0 && row >= 0 && column < width && row < height ? row * width + column : undefined;
}

export interface ColumnRow extends GridPosition, Pick<BlockRow, "day" | "kind" | "binsHigh" | "binsLow"> {
  /** In which it came in. */
  month: string;
  area: string;
  reasons: readonly string[];
  /** 64 bits of the voice's random tag. */
  voiceHigh: number;
  voiceLow: number;
}

/** The columns cannot take a report as they are, and must be read anew. */
export class Outgrown extends Error {}

/** A report as a block takes it. Throws Outgrown when it lies outside the grid. */
export function toBlockRow(columns: ReportColumns, row: ColumnRow): BlockRow {
  const cell = cellAt(columns.grid, row);
  if (cell === undefined) throw new Outgrown("a report lies outside the grid of the columns");
  const name = squareAt(row);
  const square = columns.squares.numbers.get(name) ?? addSquare(columns, name, row.area);
  let reasons = 0;
  for (const id of row.reasons) reasons |= 1 << reasonBit(columns, id);
  const { binsHigh, binsLow, kind } = row;
  return {
    cell,
    pair: pairOf(columns.pairs, row.voiceHigh, row.voiceLow, square),
    day: row.day,
    reasons: reasons >>> 0,
    binsHigh,
    binsLow,
    kind,
  };
}

/** Adds a report to what the columns hold of its month. */
export function addRow(columns: ReportColumns, row: ColumnRow): void {
  let block = columns.blocks.get(row.month);
  if (!block) columns.blocks.set(row.month, (block = makeBlock(32)));
  appendRow(block, toBlockRow(columns, row));
}

function reasonBit({ reasons }: ReportColumns, id: string): number {
  const bit = numberOf(reasons, id);
  if (bit >= MOST_REASONS)
    throw new Error(
      `expected at most ${MOST_REASONS} reasons, the town's and older ones together; "${id}" is one more`,
    );
  return bit;
}

export const monthOf = (day: string) => day.slice(0, 7);

/** Bytes that the columns take, for all reports together. */
export function bytesOf({ blocks, pairs }: ReportColumns): number {
  const arrays = [...blocks.values()].flatMap(({ pair, points, bits }) => [pair, points, bits.bits]);
  const { high, low, table, first, square, owner, next } = pairs;
  return [...arrays, high, low, table, first, square, owner, next].reduce(
    (sum, each) => sum + each.byteLength,
    0,
  );
}
