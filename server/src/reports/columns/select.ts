/** Which rows of the columns a filter lets through. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { FIRST_DAY } from "@trygg/shared/reports/points.ts";
import { daysBetween } from "@trygg/shared/time/local.ts";
import { rowsWith } from "../../columns/bits.ts";
import { type Block, DARK, IMPACT, LIGHT, REASONS, SAFE, UNSAFE, dayAt, segments } from "./block.ts";
import { type ReportColumns, monthOf } from "./columns.ts";

/** Room for the rows of one block, used again from question to question. */
let rows = new Uint32Array(1024);

/**
 * Calls back once for each block that has matching rows, with their places in rising order; they are only good until the
 * next block. `near` are the squares that some measure concerns, for filters that ask about measures.
 */
export function selectRows(
  columns: ReportColumns,
  filter: ReportFilter,
  near: ReadonlySet<string>,
  visit: (block: Block, rows: Uint32Array, count: number) => void,
): void {
  const [first, last] = daysOf(filter);
  const groups = groupsOf(columns, filter);
  const wanted = segments.map((segment) => mayMatch(segment, filter));
  const allowed = allowedSquares(columns, filter, near);
  const { square } = columns.pairs;
  for (const [month, block] of columns.blocks) {
    if (!isWithin(month, filter)) continue;
    if (rows.length < block.count) rows = new Uint32Array(block.count);
    let count = matchingRows(block, groups, wanted);
    if (isCut(month, filter)) count = keep(count, (row) => within(dayAt(block, row), first, last));
    if (allowed) count = keep(count, (row) => allowed[square[block.pair[row] as number] as number] === 1);
    if (count > 0) visit(block, rows, count);
  }
}

/** Segments that cannot match are passed over; what has come since is asked for its feeling and light row by row. */
function matchingRows({ bits, count, ends }: Block, groups: Groups, wanted: readonly boolean[]): number {
  let [found, start] = [0, 0];
  for (const [segment, end] of ends.entries()) {
    if (wanted[segment]) found = rowsWith(bits, start, end, groups.ofSorted, rows, found);
    start = end;
  }
  return rowsWith(bits, start, count, groups.ofAll, rows, found);
}

const mayMatch = (segment: (typeof segments)[number], { feeling, light }: ReportFilter) =>
  (!feeling || segment.feeling === feeling) &&
  (!light || segment.light === light || segment.light === "both");

const within = (day: number, first: number, last: number) => day >= first && day <= last;

function keep(count: number, fits: (row: number) => boolean): number {
  let kept = 0;
  for (let index = 0; index < count; index++) {
    const row = rows[index] as number;
    if (fits(row)) rows[kept++] = row;
  }
  return kept;
}

/** A row must have a bit in at least one column of each group. */
interface Groups {
  /** Of sorted rows, whose segment has told feeling and light. */
  ofSorted: number[][];
  ofAll: number[][];
}

function groupsOf({ reasons }: ReportColumns, filter: ReportFilter): Groups {
  const ofSorted: number[][] = [];
  if (filter.reasons?.length)
    ofSorted.push(
      filter.reasons.flatMap((id) => {
        const bit = reasons.numbers.get(id);
        return bit === undefined ? [] : [REASONS + bit];
      }),
    );
  if (filter.bins?.length) ofSorted.push([...new Set(filter.bins)]);
  if (filter.impact !== undefined) ofSorted.push([IMPACT + filter.impact]);
  const ofAll = [...ofSorted];
  if (filter.feeling) ofAll.push([filter.feeling === "unsafe" ? UNSAFE : SAFE]);
  if (filter.light) ofAll.push([filter.light === "dark" ? DARK : LIGHT]);
  return { ofSorted, ofAll };
}

/** 1 for each square that the filter lets through; undefined where it lets through all. */
function allowedSquares(
  { squares, areas, areaOfSquare }: ReportColumns,
  { areas: wanted, measures }: ReportFilter,
  near: ReadonlySet<string>,
): Uint8Array | undefined {
  if (!wanted?.length && !measures) return undefined;
  return Uint8Array.from(squares.names, (square, number) => {
    const area = areas.names[areaOfSquare[number] as number] ?? "";
    const isWanted = !wanted?.length || wanted.includes(area);
    const fits = !measures || near.has(square) === (measures === "with");
    return isWanted && fits ? 1 : 0;
  });
}

function isWithin(month: string, { from, to, months }: ReportFilter): boolean {
  return (
    (!from || month >= monthOf(from)) &&
    (!to || month <= monthOf(to)) &&
    (!months?.length || months.includes(Number(month.slice(5))))
  );
}

/** Whether a period may begin or end within a month. */
const isCut = (month: string, { from, to }: ReportFilter) =>
  (from && monthOf(from) === month) || (to && monthOf(to) === month);

/** The first and the last day of a period. */
const daysOf = ({ from, to }: ReportFilter): [number, number] => [
  from ? daysBetween(FIRST_DAY, from) : 0,
  to ? daysBetween(FIRST_DAY, to) : Infinity,
];
