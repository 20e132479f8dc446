/**
 * Which rows have come and gone lately, so that what nodes hold in memory is kept in step without reading all anew. A
 * note is written in the transaction of its change and lives for some minutes; it holds no time, and of a row only its
 * random id. Read again from the oldest transaction that was still under way, no change is missed, whatever the order
 * in which transactions end; whoever reads must bear to see a note twice.
 */
import { and, eq, gte, lt, or, sql } from "drizzle-orm";
import { readStoreFact, replaceStoreFact } from "./facts.ts";
import type { Database } from "./open.ts";
import { rowChanges } from "./table.ts";

export type ChangedRows = (typeof rowChanges.$inferSelect)["kind"];

export interface RowChange {
  /** Transaction, as a decimal number. */
  xid: string;
  /** `2026-11`. */
  month: string;
  /** The row that came; null where any of the month may have changed or gone. */
  rowId: string | null;
}

/** Notes that a row has come, or without an id that rows of a month have changed or gone. */
export async function noteChange(
  db: Database,
  kind: ChangedRows,
  months: Iterable<string>,
  rowId: string | null = null,
): Promise<void> {
  const notes = [...new Set(months)].map((month) => ({ kind, month, rowId }));
  if (notes.length > 0) await db.insert(rowChanges).values(notes);
}

interface Changes {
  changes: RowChange[];
  /** From which transaction on to read next time. */
  next: string;
  /** Some that were asked for are forgotten: what is held must be read anew. */
  missed: boolean;
}

/** Changes by transactions from one on; with null only where the next begin. */
export async function readChanges(db: Database, kind: ChangedRows, from: string | null): Promise<Changes> {
  const { rows } = await db.execute<{ next: string }>(
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as next`,
  );
  const next = rows[0]?.next ?? "0";
  const changes = await db
    .select({ xid: sql<string>`${rowChanges.xid}::text`, month: rowChanges.month, rowId: rowChanges.rowId })
    .from(rowChanges)
    .where(and(eq(rowChanges.kind, kind), gte(rowChanges.xid, from ?? next)));
  const keptFrom = (await readStoreFact(db, KEPT_FROM)) as { xid: string } | undefined;
  const missed = from !== null && keptFrom !== undefined && BigInt(from) < BigInt(keptFrom.xid);
  return { changes, next, missed };
}

/** The oldest transaction whose notes are kept. */
const KEPT_FROM = "changesKeptFrom";

/**
 * Forgets notes by transactions before one. Those that seem to come from the future were written by another cluster,
 * whose store was moved here, and mean nothing.
 */
async function forgetChanges(db: Database, before: string): Promise<void> {
  await db.transaction(async (tx) => {
    await replaceStoreFact(tx, KEPT_FROM, { xid: before });
    await tx
      .delete(rowChanges)
      .where(
        or(lt(rowChanges.xid, before), sql`${rowChanges.xid} >= pg_snapshot_xmax(pg_current_snapshot())`),
      );
  });
}

/** Forgets, each time it is called, the notes from before the last call: all are read within seconds. */
export function forgetsOldChanges(db: Database): () => Promise<void> {
  let oldest: string | undefined;
  return async () => {
    if (oldest !== undefined) await forgetChanges(db, oldest);
    oldest = await oldestTransaction(db);
  };
}

/** The oldest transaction that is still under way. */
async function oldestTransaction(db: Database): Promise<string> {
  const { rows } = await db.execute<{ oldest: string }>(
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as oldest`,
  );
  return rows[0]?.oldest ?? "0";
}
