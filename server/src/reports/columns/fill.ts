/** Fills the columns from the store, and brings them up to what has changed there since. */
import { kindOf } from "@trygg/shared/reports/kind.ts";
import { FIRST_DAY } from "@trygg/shared/reports/points.ts";
import { type Feeling, type Impact, type Light, feelings, lights } from "@trygg/shared/reports/terms.ts";
import { addDays } from "@trygg/shared/time/local.ts";
import { squareCorner, SQUARE_SIDE } from "@trygg/shared/geo/square.ts";
import type { Database } from "../../database/open.ts";
import { type RowChange, readChanges } from "../../database/row-changes.ts";
import { type Snapshot, readSnapshot } from "../../database/snapshot.ts";
import { sortPairs } from "../../columns/pairs.ts";
import type { Town } from "../../place/town.ts";
import { boundsOfReports, copyOfReports, countMonths, selectSquares } from "../store.ts";
import { type Block, draftRow, makeDraft, renumberPairs, sealBlock } from "./block.ts";
import {
  type ColumnRow,
  Outgrown,
  type ReportColumns,
  addRow,
  gridBetween,
  makeColumns,
  monthOf,
  toBlockRow,
} from "./columns.ts";

export interface Filled {
  columns: ReportColumns;
  /** From which transaction on changes are read next time. */
  next: string;
  /** Reports that came by transactions since then, which are read again and must not count twice. */
  recent: ReadonlySet<string>;
}

export async function fillColumns(db: Database, town: Town): Promise<Filled> {
  return readSnapshot(db, async (snapshot) => {
    const { changes, next } = await readChanges(snapshot.db, "reports", null);
    const months = await countMonths(snapshot.db);
    const columns = makeColumns({
      areaOf: await areasOfSquares(snapshot.db, town),
      reasons: town.reasons.keys(),
      grid: await gridOf(snapshot.db, town),
      rows: months.reduce((sum, { count }) => sum + count, 0),
    });
    const drafts = new Map(months.map(({ month, count }) => [month, makeDraft(count)]));
    await readRows(snapshot, copyOfReports(), (row) => {
      const draft = drafts.get(row.month);
      if (draft) draftRow(draft, toBlockRow(columns, row));
    });
    const moved = sortPairs(columns.pairs);
    for (const [month, draft] of drafts) {
      renumberPairs(draft, moved);
      columns.blocks.set(month, sealBlock(draft, columns.pairs.square));
    }
    return { columns, next, recent: recentOf(changes) };
  });
}

/** The columns as the store has them now, the same ones changed; read anew where they cannot take what has come. */
export async function refreshColumns(db: Database, town: Town, filled: Filled): Promise<Filled> {
  const { columns } = filled;
  try {
    const read = await readSnapshot(db, (snapshot) => readChanged(snapshot, columns, filled));
    // Only once all is read: a connection that breaks in the middle must leave the columns as they were.
    for (const [month, block] of read.renewed)
      if (block.count > 0) columns.blocks.set(month, block);
      else columns.blocks.delete(month);
    for (const row of read.come) addRow(columns, row);
    return { columns, next: read.next, recent: read.recent };
  } catch (error) {
    if (error instanceof Outgrown) return fillColumns(db, town);
    throw error;
  }
}

/** Months that have to be renewed, and reports that have come to others. */
async function readChanged(snapshot: Snapshot, columns: ReportColumns, { next: from, recent }: Filled) {
  const { changes, next, missed } = await readChanges(snapshot.db, "reports", from);
  if (missed) throw new Outgrown("changes that were missed are forgotten");
  const renewed = new Map<string, Block>();
  for (const month of new Set(changes.filter(({ rowId }) => rowId === null).map((change) => change.month))) {
    const draft = makeDraft(32);
    await readRows(snapshot, copyOfReports({ from: `${month}-01`, to: lastOf(month) }), (row) =>
      draftRow(draft, toBlockRow(columns, row)),
    );
    renewed.set(month, sealBlock(draft, columns.pairs.square));
  }
  const ids = changes.flatMap(({ rowId, month }) =>
    rowId === null || recent.has(rowId) || renewed.has(month) ? [] : rowId,
  );
  const come: ColumnRow[] = [];
  if (ids.length > 0)
    await readRows(snapshot, copyOfReports({ ids }), (row) =>
      come.push({ ...row, reasons: [...row.reasons] }),
    );
  return { renewed, come, next, recent: recentOf(changes) };
}

const recentOf = (changes: RowChange[]) => new Set(changes.flatMap(({ rowId }) => rowId ?? []));

const lastOf = (month: string) => {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return addDays(`${number === 12 ? year + 1 : year}-${String((number % 12) + 1).padStart(2, "0")}-01`, -1);
};

async function areasOfSquares(db: Database, town: Town): Promise<Map<string, string>> {
  const areas = new Map(
    [...town.areas.values()].flatMap(({ id, squares }) => squares.map((square) => [square, id])),
  );
  // Squares that the town has no more keep the area under which they were reported.
  for (const { square, area } of await selectSquares(db)) if (!areas.has(square)) areas.set(square, area);
  return areas;
}

async function gridOf(db: Database, town: Town) {
  const corners = [...town.areas.values()].flatMap(({ squares }) => squares.map(squareCorner));
  const reported = await boundsOfReports(db);
  const [east, north] = [corners.map((each) => each.east), corners.map((each) => each.north)];
  return gridBetween(
    {
      east: Math.min(...east, reported?.west ?? Infinity),
      north: Math.min(...north, reported?.south ?? Infinity),
    },
    {
      east: Math.max(...east.map((each) => each + SQUARE_SIDE), reported?.east ?? -Infinity),
      north: Math.max(...north.map((each) => each + SQUARE_SIDE), reported?.north ?? -Infinity),
    },
  );
}

/** Calls back for each row of `copyOfReports`; a row is only good until the next. */
async function readRows(snapshot: Snapshot, query: string, onRow: (row: ColumnRow) => void): Promise<void> {
  const reasons: string[] = [];
  const months = new Map<number, string>();
  const row: ColumnRow = {
    day: 0,
    month: "",
    east: 0,
    north: 0,
    area: "",
    reasons,
    binsHigh: 0,
    binsLow: 0,
    kind: 0,
    voiceHigh: 0,
    voiceLow: 0,
  };
  await snapshot.copy(query, (copied) => {
    reasons.length = 0;
    // The store counts days from the same first day.
    row.day = copied.int(0);
    const known = months.get(row.day);
    row.month = known ?? monthOf(addDays(FIRST_DAY, row.day));
    if (known === undefined) months.set(row.day, row.month);
    row.east = copied.int(1);
    row.north = copied.int(2);
    row.area = copied.text(3);
    copied.texts(4, (reason) => reasons.push(reason));
    row.binsHigh = copied.high(5);
    row.binsLow = copied.low(5);
    row.kind = kindOf(
      feelings[copied.int(6)] as Feeling,
      lights[copied.int(7)] as Light,
      copied.isNull(8) ? null : (copied.int(8) as Impact),
    );
    row.voiceHigh = copied.high(9);
    row.voiceLow = copied.low(9);
    onRow(row);
  });
}
