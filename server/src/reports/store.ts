/** The only queries on the tables of reports, voices and withdrawals. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { feelings, lights } from "@trygg/shared/reports/terms.ts";
import { and, between, count, eq, gt, inArray, isNotNull, lt, notInArray, or, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { randomUUID } from "node:crypto";
import { inBatches } from "../database/batches.ts";
import { rowsAsJson } from "../database/json-rows.ts";
import { runNamed } from "../database/named.ts";
import type { Database } from "../database/open.ts";
import { noteChange } from "../database/row-changes.ts";
import { together } from "../database/together.ts";
import { matches } from "./filter-sql.ts";
import { bursts, reports, seenAreas, senderCounts, sendingCounts, voices, withdrawals } from "./table.ts";

/** Whether a report with this client key has been stored, also if it has been withdrawn since. */
export async function isKnownSender(db: Database, clientKeyHash: Buffer): Promise<boolean> {
  const [stored] = await db
    .select({ id: reports.id })
    .from(reports)
    .where(eq(reports.clientKeyHash, clientKeyHash));
  if (stored) return true;
  const [withdrawn] = await db
    .select({ id: withdrawals.reportId })
    .from(withdrawals)
    .where(eq(withdrawals.clientKeyHash, clientKeyHash));
  return withdrawn !== undefined;
}

export interface StoredReport {
  id: string;
  receivedOn: string;
  /** Tags that were no voice before. */
  newVoices: Buffer[];
}

type NewReport = Omit<typeof reports.$inferSelect, "id">;

/** Rows are put in order before they are stored, so that two statements never wait for each other in a ring. */
const STORE_REPORTS = `
  with stored as (
    insert into reports
    select * from json_populate_recordset(null::reports, $1) sent
    where not exists (select from withdrawals gone where gone.client_key_hash = sent.client_key_hash)
    order by client_key_hash
    on conflict do nothing returning id, received_on, voice_day, voice_dark
  ), made as (
    insert into voices (tag, key)
    select tag, uuid_send(gen_random_uuid()) from stored, unnest(array[voice_day, voice_dark]) tag
    where tag is not null order by tag
    on conflict do nothing returning tag
  ), noted as (
    insert into row_changes (kind, month, row_id) select 'reports', to_char(received_on, 'YYYY-MM'), id from stored
  )
  select id, array(select tag from made where tag in (voice_day, voice_dark)) as made from stored`;

async function insertReports(db: Database, added: NewReport[]): Promise<(StoredReport | undefined)[]> {
  const rows = added.map((report) => ({ id: randomUUID(), ...report }));
  const stored = await runNamed<{ id: string; made: Buffer[] }>(db, "store_reports", STORE_REPORTS, [
    rowsAsJson(reports, rows),
  ]);
  const madeBy = new Map(stored.map(({ id, made }) => [id, made]));
  const told = new Set<string>();
  return rows.map(({ id, receivedOn }) => {
    const made = madeBy.get(id);
    if (!made) return undefined;
    // A voice that two reports of one statement share was new to the first of them.
    const newVoices = made.filter((tag) => told.size !== told.add(tag.toString("hex")).size);
    return { id, receivedOn, newVoices };
  });
}

/**
 * Stores a report, its voices and the note that it has come in one statement, which is one commit; nothing when a send
 * with the same client key was quicker, or its report has been withdrawn.
 */
export const insertReport = together(insertReports);

/** Lets a report weigh nothing and takes back the voices that it made. */
export async function silenceReport(
  db: Database,
  { id, receivedOn, newVoices }: StoredReport,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(reports).set({ weight: 0, voiceDay: null, voiceDark: null }).where(eq(reports.id, id));
    await tx.delete(voices).where(inArray(voices.tag, newVoices));
    await noteChange(tx, "reports", [receivedOn.slice(0, 7)]);
  });
}

const COUNT_CELLS = `
  insert into voice_caps as caps (tag, cells)
  select $1, $2 from (select set_config('synchronous_commit', 'off', true)) unhurried
  on conflict (tag) do update set cells = caps.cells + excluded.cells
  where caps.cells + excluded.cells <= $3
  returning cells`;

/**
 * Adds cells to a device's count unless that would pass the cap; says whether there was room. Nobody waits for it to
 * reach the disk: after a power cut a device might count in a cell more, and nothing that was acknowledged is missing.
 */
export async function countCells(db: Database, tag: Buffer, cells: number, cap: number): Promise<boolean> {
  const counted = await runNamed(db, "count_cells", COUNT_CELLS, [tag, cells, cap]);
  return counted.length > 0;
}

const COUNT_SENDING = `
  with counted as (
    insert into sending_counts as counts (tag, count, keep_until)
    select $2, 1, $3 from (select set_config('synchronous_commit', 'off', true)) unhurried
    on conflict (tag) do update set count = counts.count + 1
    returning count
  )
  select (select count from sending_counts where tag = $1) as before, (select count from counted) as current`;

/** Counts one report more under the second tag; answers what both hold, of all nodes. */
export async function countSending(
  db: Database,
  [before, current]: readonly [Buffer, Buffer],
  keepUntil: Date,
): Promise<[before: number, current: number]> {
  const [counts] = await runNamed<{ before: number | null; current: number }>(
    db,
    "count_sending",
    COUNT_SENDING,
    [before, current, keepUntil],
  );
  return [counts?.before ?? 0, counts?.current ?? 0];
}

/** Forgets counts of slots that no report can count in any more. */
export async function deleteOldSendingCounts(db: Database, before: Date): Promise<void> {
  await db.delete(sendingCounts).where(lt(sendingCounts.keepUntil, before));
}

type Stratum = Omit<typeof senderCounts.$inferSelect, "count">;

const strata = (month: string): Stratum[] =>
  senderCounts.age.enumValues.flatMap((age) =>
    senderCounts.gender.enumValues.map((gender) => ({ month, age, gender })),
  );

async function countSenders(db: Database, senders: Stratum[]): Promise<void[]> {
  const months = [...new Set(senders.map(({ month }) => month))].toSorted();
  const isSame = (a: Stratum, b: Stratum) => a.month === b.month && a.age === b.age && a.gender === b.gender;
  const rows = months.flatMap(strata).map((stratum) => ({
    ...stratum,
    count: senders.filter((sender) => isSame(sender, stratum)).length,
  }));
  await db
    .insert(senderCounts)
    .values(rows)
    .onConflictDoUpdate({
      target: [senderCounts.month, senderCounts.age, senderCounts.gender],
      set: { count: sql`${senderCounts.count} + excluded.count` },
    });
  return senders.map(() => undefined);
}

/**
 * Adds one to a stratum of a month. All rows of the month are written each time, in one order: were it one, the number of
 * its last transaction would stand beside that of the report it was sent with.
 */
export const countSender = together(countSenders);

/** Deletes the counts of months that were over before a day. */
export async function deleteSenderCountsBefore(db: Database, day: string): Promise<number> {
  const { rowCount } = await db.delete(senderCounts).where(lt(senderCounts.month, `${day.slice(0, 7)}-01`));
  return rowCount ?? 0;
}

export async function insertSeen(db: Database, area: string, day: string): Promise<void> {
  await db.insert(seenAreas).values({ area, day }).onConflictDoNothing();
}

export async function deleteSeen(db: Database, area: string, day: string): Promise<void> {
  await db.delete(seenAreas).where(and(eq(seenAreas.area, area), eq(seenAreas.day, day)));
}

export async function deleteSeenBefore(db: Database, day: string): Promise<void> {
  await db.delete(seenAreas).where(lt(seenAreas.day, day));
}

export interface FoundReport extends Pick<
  typeof reports.$inferSelect,
  "id" | "area" | "receivedOn" | "weight"
> {
  /** Set apart with a burst that nobody has looked at yet, or that was taken away. */
  apart: "waiting" | "removed" | null;
}

export async function findByReceipt(db: Database, receiptHash: Buffer): Promise<FoundReport | undefined> {
  const { id, area, receivedOn, weight } = reports;
  const [found] = await db
    .select({ id, area, receivedOn, weight, burst: bursts.id, decision: bursts.decision })
    .from(reports)
    .leftJoin(bursts, eq(bursts.id, reports.burst))
    .where(eq(reports.receiptHash, receiptHash));
  if (!found) return undefined;
  const { burst, decision, ...report } = found;
  const apart = burst === null || decision === "counts" ? null : (decision ?? "waiting");
  return { ...report, apart };
}

export async function findWithdrawal(
  db: Database,
  receiptHash: Buffer,
): Promise<{ withdrawnOn: string } | undefined> {
  const [found] = await db
    .select({ withdrawnOn: withdrawals.withdrawnOn })
    .from(withdrawals)
    .where(eq(withdrawals.receiptHash, receiptHash));
  return found;
}

/** Deletes a report, and its voices where no other report is theirs; keeps only that the code was withdrawn. */
export async function removeReport(db: Database, receiptHash: Buffer, on: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [removed] = await tx.delete(reports).where(eq(reports.receiptHash, receiptHash)).returning();
    if (!removed) return false;
    await tx.insert(withdrawals).values({
      reportId: removed.id,
      receiptHash,
      clientKeyHash: removed.clientKeyHash,
      withdrawnOn: on,
    });
    await noteChange(tx, "reports", [removed.receivedOn.slice(0, 7)]);
    for (const tag of [removed.voiceDay, removed.voiceDark]) {
      if (!tag) continue;
      const [other] = await tx
        .select({ id: reports.id })
        .from(reports)
        .where(or(eq(reports.voiceDay, tag), eq(reports.voiceDark, tag)))
        .limit(1);
      if (!other) await tx.delete(voices).where(eq(voices.tag, tag));
    }
    return true;
  });
}

/** Tags of the voices that some report belongs to. */
const tagsInUse = (db: Database) =>
  unionAll(
    db.select({ tag: reports.voiceDay }).from(reports).where(isNotNull(reports.voiceDay)),
    db.select({ tag: reports.voiceDark }).from(reports).where(isNotNull(reports.voiceDark)),
  );

/** Deletes reports that came in before a day, and voices that have no report left. */
export async function deleteReportsBefore(db: Database, day: string): Promise<number> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(reports)
      .where(lt(reports.receivedOn, day))
      .returning({ day: reports.voiceDay, dark: reports.voiceDark, receivedOn: reports.receivedOn });
    await noteChange(
      tx,
      "reports",
      gone.map(({ receivedOn }) => receivedOn.slice(0, 7)),
    );
    const tags = gone.flatMap(({ day: inDay, dark }) => [inDay, dark]).filter((tag) => tag !== null);
    for (const batch of inBatches(tags))
      await tx.delete(voices).where(and(inArray(voices.tag, batch), notInArray(voices.tag, tagsInUse(tx))));
    return gone.length;
  });
}

export async function deleteWithdrawalsBefore(db: Database, day: string): Promise<number> {
  const { rowCount } = await db.delete(withdrawals).where(lt(withdrawals.withdrawnOn, day));
  return rowCount ?? 0;
}

/** Of a single report. Columns are named one by one: hashes and tags never leave the store. */
export const singleReport = {
  id: reports.id,
  east: reports.east,
  north: reports.north,
  square: reports.square,
  area: reports.area,
  receivedOn: reports.receivedOn,
  feeling: reports.feeling,
  reasons: reports.reasons,
  bins: reports.bins,
  light: reports.light,
  impact: reports.impact,
};

/** Those whose random ids come after one, in their order, for reading all in parts. */
export async function selectReportsAfter(
  db: Database,
  filter: ReportFilter,
  near: ReadonlySet<string>,
  after: string | undefined,
  limit: number,
) {
  return db
    .select(singleReport)
    .from(reports)
    .where(and(matches(filter, near), after === undefined ? undefined : gt(reports.id, after)))
    .orderBy(reports.id)
    .limit(limit);
}

export type AskedReports =
  | { receiptHash: Buffer }
  | { id: string }
  | { area: string; from: string; to: string };

/** Those that somebody asks for as public documents, also if they count for nothing. */
export async function selectAsked(db: Database, asked: AskedReports, limit: number) {
  const { area, receivedOn, feeling, reasons, light } = reports;
  return db
    .select({ area, receivedOn, feeling, reasons, light })
    .from(reports)
    .where(
      "receiptHash" in asked
        ? eq(reports.receiptHash, asked.receiptHash)
        : "id" in asked
          ? eq(reports.id, asked.id)
          : and(eq(area, asked.area), between(receivedOn, asked.from, asked.to)),
    )
    .orderBy(receivedOn, reports.id)
    .limit(limit);
}

/**
 * All counted reports, those of a period, or some by their ids, as a query for a binary copy: day, east, north, area,
 * reasons, bins, feeling and light by their places in the lists of terms, impact, and eight bytes of the voice's tag.
 */
export function copyOfReports(which: { from: string; to: string } | { ids: string[] } | null = null): string {
  const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const place = (column: string, terms: readonly string[]) =>
    `array_position(array[${terms.map(quoted).join()}], ${column}) - 1`;
  const chosen =
    which === null
      ? "true"
      : "ids" in which
        ? `id = any(array[${which.ids.map(quoted).join()}]::uuid[])`
        : `received_on between ${quoted(which.from)} and ${quoted(which.to)}`;
  return `select received_on, east, north, area, reasons, bins, ${place("feeling", feelings)}, ${place("light", lights)},
    impact, substr(coalesce(voice_dark, voice_day), 1, 8) from reports where weight = 1 and ${chosen}`;
}

/** Counted reports of each month. */
export async function countMonths(db: Database): Promise<{ month: string; count: number }[]> {
  const month = sql<string>`to_char(${reports.receivedOn}, 'YYYY-MM')`;
  return db
    .select({ month: month.as("month"), count: count() })
    .from(reports)
    .where(matches({}))
    .groupBy(month)
    .orderBy(month);
}

/** Every square that something was reported from, with the area under which it was. */
export async function selectSquares(db: Database): Promise<{ square: string; area: string }[]> {
  return db.selectDistinct({ square: reports.square, area: reports.area }).from(reports);
}

/** The corners of all that was reported, in metres; undefined where nothing was. */
export async function boundsOfReports(db: Database) {
  const edge = (of: "min" | "max", column: typeof reports.east | typeof reports.north) =>
    sql<number | null>`${sql.raw(of)}(${column})`;
  const [bounds] = await db
    .select({
      west: edge("min", reports.east),
      south: edge("min", reports.north),
      east: edge("max", reports.east),
      north: edge("max", reports.north),
    })
    .from(reports);
  const { west = null, south = null, east = null, north = null } = bounds ?? {};
  if (west === null || south === null || east === null || north === null) return undefined;
  return { west, south, east, north };
}

/** What a release counts: every counted report of a period with the record keys of its voices. */
export async function selectForRelease(db: Database, from: string, to: string) {
  const day = sql<
    string | null
  >`(select encode(v.key, 'hex') from ${voices} v where v.tag = ${reports.voiceDay})`;
  const dark = sql<
    string | null
  >`(select encode(v.key, 'hex') from ${voices} v where v.tag = ${reports.voiceDark})`;
  return db
    .select({
      id: reports.id,
      receivedOn: reports.receivedOn,
      area: reports.area,
      feeling: reports.feeling,
      reasons: reports.reasons,
      day,
      dark,
    })
    .from(reports)
    .where(matches({ from, to }));
}
