/** Which rows of the columns a filter lets through. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { rowsWith } from "../../columns/bits.ts";
import { type Block, DARK, IMPACT, LIGHT, REASONS, SAFE, UNSAFE } from "./block.ts";
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
  const groups = groupsOf(columns, filter);
  const allowed = allowedSquares(columns, filter, near);
  const { square } = columns.pairs;
  for (const [month, block] of columns.blocks) {
    if (!isWithin(month, filter)) continue;
    if (rows.length < block.count) rows = new Uint32Array(block.count);
    let count = rowsWith(block.bits, block.count, groups, rows);
    const [first, last] = daysWithin(month, filter);
    if (first > 1 || last < 31) count = keep(count, (row) => within(block.day[row] as number, first, last));
    if (allowed) count = keep(count, (row) => allowed[square[block.pair[row] as number] as number] === 1);
    if (count > 0) visit(block, rows, count);
  }
}

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
function groupsOf({ reasons }: ReportColumns, filter: ReportFilter): number[][] {
  const groups: number[][] = [];
  // First what leaves the fewest rows, so that the others are mostly not looked at.
  if (filter.reasons?.length)
    groups.push(
      filter.reasons.flatMap((id) => {
        const bit = reasons.numbers.get(id);
        return bit === undefined ? [] : [REASONS + bit];
      }),
    );
  if (filter.bins?.length) groups.push([...new Set(filter.bins)]);
  if (filter.impact !== undefined) groups.push([IMPACT + filter.impact]);
  if (filter.feeling) groups.push([filter.feeling === "unsafe" ? UNSAFE : SAFE]);
  if (filter.light) groups.push([filter.light === "dark" ? DARK : LIGHT]);
  return groups;
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

/** The first and the last day of a month that a period holds. */
function daysWithin(month: string, { from, to }: ReportFilter): [number, number] {
  return [
    from && monthOf(from) === month ? Number(from.slice(8)) : 1,
    to && monthOf(to) === month ? Number(to.slice(8)) : 31,
  ];
}
