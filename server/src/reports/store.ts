/** The only queries on the tables of reports, voices and withdrawals. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { and, count, eq, inArray, isNotNull, lt, notInArray, or, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { randomBytes } from "node:crypto";
import { inBatches } from "../database/batches.ts";
import type { Database } from "../database/open.ts";
import { matches } from "./filter-sql.ts";
import { reports, voiceCaps, voices, withdrawals } from "./table.ts";

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
  /** Tags that were no voice before. */
  newVoices: Buffer[];
}

/** Stores a report and its voices, or nothing when a send with the same client key was quicker. */
export async function insertReport(
  db: Database,
  report: typeof reports.$inferInsert,
): Promise<StoredReport | undefined> {
  return db.transaction(async (tx) => {
    const [stored] = await tx
      .insert(reports)
      .values(report)
      .onConflictDoNothing()
      .returning({ id: reports.id });
    if (!stored) return undefined;
    const tags = [report.voiceDay, report.voiceDark].filter((tag) => tag !== null && tag !== undefined);
    const made = await tx
      .insert(voices)
      .values(tags.map((tag) => ({ tag, key: randomBytes(16) })))
      .onConflictDoNothing()
      .returning({ tag: voices.tag });
    return { id: stored.id, newVoices: made.map(({ tag }) => tag) };
  });
}

/** Lets a report weigh nothing and takes back the voices that it made. */
export async function silenceReport(db: Database, { id, newVoices }: StoredReport): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(reports).set({ weight: 0, voiceDay: null, voiceDark: null }).where(eq(reports.id, id));
    await tx.delete(voices).where(inArray(voices.tag, newVoices));
  });
}

/** Adds cells to a device's count unless that would pass the cap; says whether there was room. */
export async function countCells(db: Database, tag: Buffer, cells: number, cap: number): Promise<boolean> {
  const counted = await db
    .insert(voiceCaps)
    .values({ tag, cells })
    .onConflictDoUpdate({
      target: voiceCaps.tag,
      set: { cells: sql`${voiceCaps.cells} + excluded.cells` },
      setWhere: sql`${voiceCaps.cells} + excluded.cells <= ${cap}`,
    })
    .returning({ cells: voiceCaps.cells });
  return counted.length > 0;
}

export async function findByReceipt(
  db: Database,
  receiptHash: Buffer,
): Promise<{ area: string; receivedOn: string } | undefined> {
  const [found] = await db
    .select({ area: reports.area, receivedOn: reports.receivedOn })
    .from(reports)
    .where(eq(reports.receiptHash, receiptHash));
  return found;
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
      .returning({ day: reports.voiceDay, dark: reports.voiceDark });
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

/** The voice behind a row, whichever band it was tagged in. */
const voice = sql<Buffer>`coalesce(${reports.voiceDark}, ${reports.voiceDay})`;
const distinctVoices = sql<number>`count(distinct ${voice})`.mapWith(Number);

export interface Tally {
  reports: number;
  voices: number;
}

/** Reports and voices per square. */
export async function tallySquares(
  db: Database,
  filter: ReportFilter,
): Promise<(Tally & { square: string; area: string })[]> {
  return db
    .select({ square: reports.square, area: reports.area, reports: count(), voices: distinctVoices })
    .from(reports)
    .where(matches(filter))
    .groupBy(reports.square, reports.area)
    .orderBy(sql`${distinctVoices} desc`, reports.square);
}

/** Reports and voices per area. */
export async function tallyAreas(db: Database, filter: ReportFilter): Promise<(Tally & { area: string })[]> {
  return db
    .select({ area: reports.area, reports: count(), voices: distinctVoices })
    .from(reports)
    .where(matches(filter))
    .groupBy(reports.area)
    .orderBy(sql`${distinctVoices} desc`, reports.area);
}

/** Reports and voices per reason; a report with three reasons counts under each. */
export async function tallyReasons(
  db: Database,
  filter: ReportFilter,
): Promise<(Tally & { reason: string })[]> {
  const reason = sql<string>`unnest(${reports.reasons})`.as("reason");
  const each = db
    .select({ reason, voice: voice.as("voice") })
    .from(reports)
    .where(matches(filter))
    .as("each");
  return db
    .select({
      reason: each.reason,
      reports: count(),
      voices: sql<number>`count(distinct ${each.voice})`.mapWith(Number),
    })
    .from(each)
    .groupBy(each.reason)
    .orderBy(sql`3 desc`, each.reason);
}

/** Reasons per square, most voices first. */
export async function tallySquareReasons(
  db: Database,
  filter: ReportFilter,
): Promise<{ square: string; reason: string; voices: number }[]> {
  const reason = sql<string>`unnest(${reports.reasons})`.as("reason");
  const each = db
    .select({ square: reports.square, reason, voice: voice.as("voice") })
    .from(reports)
    .where(matches(filter))
    .as("each");
  return db
    .select({
      square: each.square,
      reason: each.reason,
      voices: sql<number>`count(distinct ${each.voice})`.mapWith(Number),
    })
    .from(each)
    .groupBy(each.square, each.reason)
    .orderBy(sql`3 desc`, each.square, each.reason);
}

export async function tallyAll(db: Database, filter: ReportFilter): Promise<Tally> {
  const [row] = await db
    .select({ reports: count(), voices: distinctVoices })
    .from(reports)
    .where(matches(filter));
  return row ?? { reports: 0, voices: 0 };
}

/** Voices heard in a period of days. */
export async function countVoices(db: Database, from: string, to: string): Promise<number> {
  return (await tallyAll(db, { from, to })).voices;
}

/** Single reports, newest day first. Columns are named one by one: hashes and tags never leave the store. */
export async function selectReports(db: Database, filter: ReportFilter, limit: number) {
  return db
    .select({
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
    })
    .from(reports)
    .where(matches(filter))
    .orderBy(sql`${reports.receivedOn} desc`, reports.id)
    .limit(limit);
}

/** What gaps need to know of reports of feeling unsafe. */
export async function selectWorries(db: Database, filter: ReportFilter) {
  return db
    .select({ square: reports.square, bins: reports.bins, voice: sql<string>`encode(${voice}, 'hex')` })
    .from(reports)
    .where(matches({ ...filter, feeling: "unsafe" }));
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
