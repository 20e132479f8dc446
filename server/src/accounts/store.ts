/** The only queries on accounts and sessions. */
import { and, eq, gt, lt, or, sql } from "drizzle-orm";
import { prepared } from "../database/named.ts";
import type { Database } from "../database/open.ts";
import { accounts, sessions } from "./table.ts";

export type Account = typeof accounts.$inferSelect;

export async function findAccount(db: Database, email: string): Promise<Account | undefined> {
  const [found] = await db.select().from(accounts).where(eq(accounts.email, email.toLowerCase()));
  return found;
}

export async function insertAccounts(db: Database, rows: (typeof accounts.$inferInsert)[]): Promise<void> {
  await db.insert(accounts).values(rows.map((row) => ({ ...row, email: row.email.toLowerCase() })));
}

export async function insertSession(db: Database, row: typeof sessions.$inferInsert): Promise<void> {
  await db.insert(sessions).values(row);
}

// Asked with every request of staff.
const sessionFound = prepared((db) =>
  db
    .select({
      accountId: accounts.id,
      role: accounts.role,
      name: accounts.name,
      mayApprove: accounts.mayApprove,
      pointsReason: sessions.pointsReason,
      seenAt: sessions.seenAt,
    })
    .from(sessions)
    .innerJoin(accounts, eq(sessions.accountId, accounts.id))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder("tokenHash")),
        gt(sessions.createdAt, sql.placeholder("madeAfter")),
        gt(sessions.seenAt, sql.placeholder("seenAfter")),
        eq(accounts.disabled, false),
      ),
    )
    .prepare("find_session"),
);

/** A session and its account, if it was made and last used late enough. */
export async function findSession(db: Database, tokenHash: Buffer, madeAfter: Date, seenAfter: Date) {
  const [found] = await sessionFound(db).execute({ tokenHash, madeAfter, seenAfter });
  return found;
}

export async function touchSession(db: Database, tokenHash: Buffer, at: Date): Promise<void> {
  await db.update(sessions).set({ seenAt: at }).where(eq(sessions.tokenHash, tokenHash));
}

export async function storePointsReason(db: Database, tokenHash: Buffer, reason: string): Promise<void> {
  await db.update(sessions).set({ pointsReason: reason }).where(eq(sessions.tokenHash, tokenHash));
}

export async function deleteSession(db: Database, tokenHash: Buffer): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

export async function deleteOldSessions(db: Database, madeBefore: Date, seenBefore: Date): Promise<void> {
  await db.delete(sessions).where(or(lt(sessions.createdAt, madeBefore), lt(sessions.seenAt, seenBefore)));
}
