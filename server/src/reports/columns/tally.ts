/** Sums over the columns: reports and distinct voices, in all, by area, by square, by reason, and by reason in a square. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import type { ReportColumns } from "./columns.ts";
import { selectRows } from "./select.ts";

export interface Tally {
  reports: number;
  voices: number;
}

/** What has been counted in the question under way, by pair or by voice; used again from question to question. */
let seen = { pairs: new Uint32Array(0), owners: new Uint32Array(0), question: 0 };

/** Marks of a new question, in which nothing has been counted. */
function newQuestion({ pairs }: ReportColumns): typeof seen {
  if (seen.pairs.length < pairs.pairs || seen.owners.length < pairs.owners || seen.question === 0xffffffff)
    seen = {
      pairs: new Uint32Array(pairs.square.length),
      owners: new Uint32Array(pairs.high.length),
      question: 0,
    };
  seen.question += 1;
  return seen;
}

/** Reports and voices of every square, by its number. */
export function countSquares(columns: ReportColumns, filter: ReportFilter, near: ReadonlySet<string>) {
  const { pairs, squares } = columns;
  const { pairs: counted, question } = newQuestion(columns);
  const reports = new Uint32Array(squares.names.length);
  const voices = new Uint32Array(squares.names.length);
  const squareOf = pairs.square;
  selectRows(columns, filter, near, ({ pair }, rows, count) => {
    for (let index = 0; index < count; index++) {
      const of = pair[rows[index] as number] as number;
      const square = squareOf[of] as number;
      reports[square] = (reports[square] as number) + 1;
      if (counted[of] === question) continue;
      counted[of] = question;
      voices[square] = (voices[square] as number) + 1;
    }
  });
  return { reports, voices };
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
  const { owners: counted, question } = newQuestion(columns);
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
      if (counted[owner] === question) continue;
      counted[owner] = question;
      tally.voices += 1;
      total.voices += 1;
    }
  });
  return { total, areas: mostFirst(byArea, ({ area }) => area) };
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
      const mask = block.reasons[row] as number;
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
      const mask = block.reasons[row] as number;
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
