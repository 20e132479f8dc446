/** The only queries on requests for single reports. */
import { and, desc, eq, gt, isNull, lt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts } from "../accounts/table.ts";
import type { Database } from "../database/open.ts";
import { exportRequests } from "./table.ts";

export type RequestRow = typeof exportRequests.$inferSelect;

export async function insertRequest(db: Database, row: typeof exportRequests.$inferInsert): Promise<string> {
  const [stored] = await db.insert(exportRequests).values(row).returning({ id: exportRequests.id });
  if (!stored) throw new Error("the request could not be stored");
  return stored.id;
}

export async function findRequest(db: Database, id: string): Promise<RequestRow | undefined> {
  const [found] = await db.select().from(exportRequests).where(eq(exportRequests.id, id));
  return found;
}

/** The newest first, with names; only one person's where one is given. */
export async function selectRequests(db: Database, requestedBy: string | undefined, limit: number) {
  const decider = alias(accounts, "decider");
  return db
    .select({ request: exportRequests, name: accounts.name, decidedBy: decider.name })
    .from(exportRequests)
    .leftJoin(accounts, eq(accounts.id, exportRequests.requestedBy))
    .leftJoin(decider, eq(decider.id, exportRequests.decidedBy))
    .where(requestedBy === undefined ? undefined : eq(exportRequests.requestedBy, requestedBy))
    .orderBy(desc(exportRequests.requestedAt), exportRequests.id)
    .limit(limit);
}

/** Each says whether the request was still as it must be: of two at the same moment one comes first. */
export async function storeDecision(
  db: Database,
  id: string,
  decided: Required<Pick<RequestRow, "decision" | "decidedBy" | "decidedAt">>,
  madeAfter: Date,
): Promise<boolean> {
  const { decision, withdrawnAt, requestedAt } = exportRequests;
  return change(db, decided, [
    eq(exportRequests.id, id),
    isNull(decision),
    isNull(withdrawnAt),
    gt(requestedAt, madeAfter),
  ]);
}

export async function storeWithdrawal(db: Database, id: string, at: Date): Promise<boolean> {
  const { withdrawnAt, takenAt } = exportRequests;
  return change(db, { withdrawnAt: at }, [eq(exportRequests.id, id), isNull(withdrawnAt), isNull(takenAt)]);
}

export async function storeTaking(db: Database, id: string, at: Date, decidedAfter: Date): Promise<boolean> {
  const { decision, decidedAt, withdrawnAt, takenAt } = exportRequests;
  return change(db, { takenAt: at }, [
    eq(exportRequests.id, id),
    eq(decision, "approved"),
    gt(decidedAt, decidedAfter),
    isNull(withdrawnAt),
    isNull(takenAt),
  ]);
}

async function change(
  db: Database,
  set: Partial<RequestRow>,
  conditions: Parameters<typeof and>,
): Promise<boolean> {
  const { rowCount } = await db
    .update(exportRequests)
    .set(set)
    .where(and(...conditions));
  return rowCount === 1;
}

export async function deleteRequestsBefore(db: Database, before: Date): Promise<void> {
  await db.delete(exportRequests).where(lt(exportRequests.requestedAt, before));
}
