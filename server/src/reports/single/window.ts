/**
 * A window of a list of single reports, however long it is. How many there are of each day tells on which days the window
 * lies, so that the store sorts those days only.
 */
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import { type ListInput, MOST_ROWS, type ReportRow, listParts } from "@trygg/shared/reports/marks.ts";
import type { StaffContext } from "../../context.ts";
import { squaresFor } from "../../measures/near.ts";
import { tallyDays } from "../columns/tally.ts";
import { readDays } from "./held-days.ts";
import { toRow } from "./row.ts";
import { type Listed, selectListed } from "./store.ts";

/** Metres between points of the grid. */
const STEP = 10;

/** How many the whole list holds, and the rows of the window. */
export async function readWindow(
  context: StaffContext,
  input: ListInput,
): Promise<{ all: number; rows: ReportRow[] }> {
  const { only, measure, at, skip = 0, count = MOST_ROWS, ...filter } = input;
  const listed: Listed = {
    filter,
    near: await squaresFor(context, filter),
    only,
    measure,
    at: at && pointAt(at),
  };
  const days = await daysOf(context, listed);
  const all = days.reduce((sum, day) => sum + day.count, 0);
  if (skip === 0) countPartsAhead(context, listed);
  const within = spanOf(days, skip, count);
  if (!within) return { all, rows: [] };
  const { from, to, before } = within;
  const rows = await selectListed(
    context.db,
    { ...listed, filter: { ...filter, from, to } },
    { skip: skip - before, count },
  );
  return { all, rows: rows.map(toRow) };
}

type Days = { day: string; count: number }[];

/** What staff have noted is not in memory: a list that is narrowed to it is counted by the store. */
async function daysOf(context: StaffContext, listed: Listed): Promise<Days> {
  const { only, measure, at, filter, near } = listed;
  if (only || measure || at) return readDays(context, listed);
  return tallyDays(await context.columns.reports(), filter, near);
}

/** What the whole list is narrowed to next is counted while it is being read. */
function countPartsAhead(context: StaffContext, listed: Listed): void {
  if (listed.only || listed.measure || listed.at) return;
  for (const only of listParts)
    context.afterwards.begin("parts of lists", () => readDays(context, { ...listed, only }));
}

/** The days on which a window lies, and how many stand before the first of them; undefined past the end. */
function spanOf(days: Days, skip: number, count: number) {
  let passed = 0;
  let span: { from: string; to: string; before: number } | undefined;
  for (const { day, count: ofDay } of days) {
    if (passed >= skip + count) break;
    if (passed + ofDay > skip) span = { from: day, to: span?.to ?? day, before: span?.before ?? passed };
    passed += ofDay;
  }
  return span;
}

function pointAt(at: NonNullable<ListInput["at"]>) {
  const { east, north } = toGrid(at);
  return { east: Math.round(east / STEP) * STEP, north: Math.round(north / STEP) * STEP };
}
