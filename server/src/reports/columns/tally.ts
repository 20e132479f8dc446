/** Sums over the columns: reports and distinct voices, in all, by area, by square, by reason, and by reason in a square. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { FIRST_DAY } from "@trygg/shared/reports/points.ts";
import { addDays, addMonths } from "@trygg/shared/time/local.ts";
import { type Block, dayAt, reasonsAt } from "./block.ts";
import type { ReportColumns } from "./columns.ts";
import { selectRows } from "./select.ts";

export interface Tally {
  reports: number;
  voices: number;
}

/**
 * What has been counted in the question under way, a bit for each pair or voice: few enough to stay close to the
 * processor. Used again from question to question.
 */
let counted = new Uint32Array(0);

function nothingCounted(of: number): Uint32Array {
  const words = (of >>> 5) + 1;
  if (counted.length < words) counted = new Uint32Array(words);
  return counted.fill(0, 0, words);
}

/** Reports and voices of every square, by its number. */
export function countSquares(columns: ReportColumns, filter: ReportFilter, near: ReadonlySet<string>) {
  const { pairs, squares } = columns;
  const marks = nothingCounted(pairs.pairs);
  const counts = {
    reports: new Uint32Array(squares.names.length),
    voices: new Uint32Array(squares.names.length),
  };
  selectRows(columns, filter, near, (block, rows, count) =>
    countRows(block, rows, count, pairs.square, marks, counts.reports, counts.voices),
  );
  return counts;
}

/**
 * The innermost loop, on its own so that nothing it touches is looked up anew for each row. Sorted rows of one square
 * follow each other, and their square is read off the runs: to look it up by the pair would mean a jump in memory each.
 */
function countRows(
  { pair, runs }: Block,
  rows: Uint32Array,
  count: number,
  squareOf: Uint16Array,
  marks: Uint32Array,
  reports: Uint32Array,
  voices: Uint32Array,
): void {
  const { square, end } = runs;
  const sorted = end.length > 0 ? (end[end.length - 1] as number) : 0;
  let [run, index] = [0, 0];
  while (index < count) {
    const first = rows[index] as number;
    const isSorted = first < sorted;
    if (isSorted) while ((end[run] as number) <= first) run += 1;
    const here = (isSorted ? square[run] : squareOf[pair[first] as number]) as number;
    const until = isSorted ? (end[run] as number) : first + 1;
    const start = index;
    let ofVoices = 0;
    for (; index < count && (rows[index] as number) < until; index++) {
      const of = pair[rows[index] as number] as number;
      const word = marks[of >>> 5] as number;
      // Without a branch: whether a voice comes again cannot be foretold.
      ofVoices += ((word >>> (of & 31)) & 1) ^ 1;
      marks[of >>> 5] = word | (1 << (of & 31));
    }
    reports[here] = (reports[here] as number) + index - start;
    voices[here] = (voices[here] as number) + ofVoices;
  }
}

/** How many reports each voice in a square has, by the number of the pair. */
export function countPairs(columns: ReportColumns, filter: ReportFilter, near: ReadonlySet<string>) {
  const reportsOf = new Uint32Array(columns.pairs.pairs);
  selectRows(columns, filter, near, ({ pair }, rows, count) => {
    for (let index = 0; index < count; index++) {
      const of = pair[rows[index] as number] as number;
      reportsOf[of] = (reportsOf[of] as number) + 1;
    }
  });
  return reportsOf;
}

/** Squares with any report, most voices first. */
export function tallySquares(
  columns: ReportColumns,
  filter: ReportFilter,
  near: ReadonlySet<string>,
): (Tally & { square: string; area: string })[] {
  const { reports, voices } = countSquares(columns, filter, near);
  return mostFirst(
    columns.squares.names.map((square, number) => ({
      square,
      area: columns.areas.names[columns.areaOfSquare[number] as number] ?? "",
      reports: reports[number] as number,
      voices: voices[number] as number,
    })),
    ({ square }) => square,
  );
}

/** In all, and by area: a voice is of one area. */
export function tallyAreas(
  columns: ReportColumns,
  filter: ReportFilter,
  near: ReadonlySet<string>,
): { total: Tally; areas: (Tally & { area: string })[] } {
  const { pairs, areas, areaOfSquare } = columns;
  const marks = nothingCounted(pairs.owners);
  const byArea = areas.names.map((area) => ({ area, reports: 0, voices: 0 }));
  const total = { reports: 0, voices: 0 };
  const { square: squareOf, owner: ownerOf } = pairs;
  selectRows(columns, filter, near, ({ pair }, rows, count) => {
    total.reports += count;
    for (let index = 0; index < count; index++) {
      const of = pair[rows[index] as number] as number;
      const tally = byArea[areaOfSquare[squareOf[of] as number] as number] as Tally;
      tally.reports += 1;
      const owner = ownerOf[of] as number;
      const [word, bit] = [marks[owner >>> 5] as number, 1 << (owner & 31)];
      if ((word & bit) !== 0) continue;
      marks[owner >>> 5] = word | bit;
      tally.voices += 1;
      total.voices += 1;
    }
  });
  return { total, areas: mostFirst(byArea, ({ area }) => area) };
}

/**
 * Voices of each area by month, each counted in the first of the months in which it speaks: their sum is that of all the
 * months together. Months are given as `2026-11`, in order.
 */
export function tallyMonths(
  columns: ReportColumns,
  filter: ReportFilter,
  months: readonly string[],
): Map<string, number[]> {
  const { pairs, areas, areaOfSquare } = columns;
  const { square: squareOf, owner: ownerOf } = pairs;
  const marks = nothingCounted(pairs.owners);
  const byArea = areas.names.map(() => months.map(() => 0));
  for (const [at, month] of months.entries())
    selectRows(columns, { ...filter, ...daysOfMonth(month) }, new Set(), ({ pair }, rows, count) => {
      for (let index = 0; index < count; index++) {
        const of = pair[rows[index] as number] as number;
        const owner = ownerOf[of] as number;
        const [word, bit] = [marks[owner >>> 5] as number, 1 << (owner & 31)];
        if ((word & bit) !== 0) continue;
        marks[owner >>> 5] = word | bit;
        const counts = byArea[areaOfSquare[squareOf[of] as number] as number] as number[];
        counts[at] = (counts[at] as number) + 1;
      }
    });
  return new Map(areas.names.map((area, number) => [area, byArea[number] as number[]]));
}

function daysOfMonth(month: string): Pick<ReportFilter, "from" | "to"> {
  const from = `${month}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** How many reports came in on each day, the newest first. */
export function tallyDays(
  columns: ReportColumns,
  filter: ReportFilter,
  near: ReadonlySet<string>,
): { day: string; count: number }[] {
  // A day is a number of 16 bits.
  const byDay = new Uint32Array(65_536);
  selectRows(columns, filter, near, (block, rows, count) => {
    for (let index = 0; index < count; index++) {
      const day = dayAt(block, rows[index] as number);
      byDay[day] = (byDay[day] as number) + 1;
    }
  });
  const days = [];
  for (let day = byDay.length - 1; day >= 0; day--)
    if (byDay[day]) days.push({ day: addDays(FIRST_DAY, day), count: byDay[day] as number });
  return days;
}

/** By reason; a report with three reasons counts under each. */
export function tallyReasons(
  columns: ReportColumns,
  filter: ReportFilter,
  near: ReadonlySet<string>,
): (Tally & { reason: string })[] {
  const { pairs, reasons } = columns;
  const { owner: ownerOf } = pairs;
  const given = new Uint32Array(pairs.owners);
  const byReason = reasons.names.map((reason) => ({ reason, reports: 0, voices: 0 }));
  selectRows(columns, filter, near, (block, rows, count) => {
    for (let index = 0; index < count; index++) {
      const row = rows[index] as number;
      const mask = reasonsAt(block, row);
      const owner = ownerOf[block.pair[row] as number] as number;
      const before = given[owner] as number;
      for (let left = mask; left !== 0; left &= left - 1) {
        const bit = 31 - Math.clz32(left & -left);
        const tally = byReason[bit] as Tally;
        tally.reports += 1;
        if ((before & (1 << bit)) === 0) tally.voices += 1;
      }
      given[owner] = before | mask;
    }
  });
  return mostFirst(byReason, ({ reason }) => reason);
}

/** Reasons of each square by its name, most voices first. */
export function tallySquareReasons(
  columns: ReportColumns,
  filter: ReportFilter,
  near: ReadonlySet<string>,
): Map<string, { reason: string; voices: number }[]> {
  const { pairs, reasons, squares } = columns;
  const { square: squareOf } = pairs;
  const given = new Uint32Array(pairs.pairs);
  const width = reasons.names.length;
  const voices = new Uint32Array(squares.names.length * width);
  selectRows(columns, filter, near, (block, rows, count) => {
    for (let index = 0; index < count; index++) {
      const row = rows[index] as number;
      const of = block.pair[row] as number;
      const before = given[of] as number;
      const mask = reasonsAt(block, row);
      for (let left = mask & ~before; left !== 0; left &= left - 1) {
        const at = (squareOf[of] as number) * width + 31 - Math.clz32(left & -left);
        voices[at] = (voices[at] as number) + 1;
      }
      given[of] = before | mask;
    }
  });
  return new Map(
    squares.names.flatMap((square, number) => {
      const told = reasons.names
        .map((reason, bit) => ({ reason, voices: voices[number * width + bit] as number }))
        .filter((each) => each.voices > 0)
        .sort((a, b) => b.voices - a.voices || (a.reason < b.reason ? -1 : 1));
      return told.length > 0 ? [[square, told] as const] : [];
    }),
  );
}

/** Those with any report: most voices first, then by name. */
function mostFirst<T extends Tally>(tallies: T[], nameOf: (tally: T) => string): T[] {
  return tallies
    .filter(({ reports }) => reports > 0)
    .sort((a, b) => b.voices - a.voices || (nameOf(a) < nameOf(b) ? -1 : 1));
}
