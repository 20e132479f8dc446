/** The only queries on accounts, how they sign in and sessions. */
import { and, asc, count, desc, eq, gt, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { prepared } from "../database/named.ts";
import type { Database } from "../database/open.ts";
import { accountLinks, accounts, recoveryCodes, sessions, signInCounts } from "./table.ts";

export type Account = typeof accounts.$inferSelect;
type NewAccount = typeof accounts.$inferInsert;

export async function findAccount(db: Database, email: string): Promise<Account | undefined> {
  const [found] = await db.select().from(accounts).where(eq(accounts.email, email.toLowerCase()));
  return found;
}

/** Those who have the right to approve and can sign in. */
export async function selectApprovers(db: Database): Promise<Pick<Account, "name" | "role">[]> {
  return db
    .select({ name: accounts.name, role: accounts.role })
    .from(accounts)
    .where(and(eq(accounts.mayApprove, true), eq(accounts.disabled, false)))
    .orderBy(accounts.name);
}

export async function findAccountById(db: Database, id: string): Promise<Account | undefined> {
  const [found] = await db.select().from(accounts).where(eq(accounts.id, id));
  return found;
}

export async function findAccountByIdentity(db: Database, identity: string): Promise<Account | undefined> {
  const [found] = await db.select().from(accounts).where(eq(accounts.identity, identity));
  return found;
}

export function allAccounts(db: Database): Promise<Account[]> {
  return db.select().from(accounts).orderBy(asc(accounts.name), asc(accounts.id));
}

export async function insertAccounts(db: Database, rows: NewAccount[]): Promise<void> {
  await db.insert(accounts).values(rows.map(withSmallEmail));
}

export async function insertAccount(db: Database, row: NewAccount): Promise<Account> {
  const [made] = await db.insert(accounts).values(withSmallEmail(row)).returning();
  return made as Account;
}

const withSmallEmail = (row: NewAccount) => ({ ...row, email: row.email?.toLowerCase() ?? null });

/** Changes what stands in the account's own row. */
export async function updateAccount(
  db: Database,
  id: string,
  changed: Partial<Omit<NewAccount, "id" | "email">>,
): Promise<Account> {
  const [account] = await db.update(accounts).set(changed).where(eq(accounts.id, id)).returning();
  return account as Account;
}

const isActiveAdmin = and(
  eq(accounts.role, "admin"),
  eq(accounts.disabled, false),
  or(isNotNull(accounts.password), isNotNull(accounts.identity)),
);

export async function hasActiveAdmin(db: Database): Promise<boolean> {
  return (await db.select({ id: accounts.id }).from(accounts).where(isActiveAdmin).limit(1)).length > 0;
}

/** The administrators who can sign in, held until the transaction ends, so that two cannot remove each other. */
export async function holdActiveAdmins(tx: Database): Promise<string[]> {
  const found = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(isActiveAdmin)
    .orderBy(accounts.id)
    .for("update");
  return found.map(({ id }) => id);
}

/** Forgets password, second factor and recovery codes. */
export async function clearCredentials(db: Database, id: string): Promise<void> {
  await db
    .update(accounts)
    .set({ password: null, factor: null, factorStep: null })
    .where(eq(accounts.id, id));
  await db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, id));
}

/** Whether a code's step is later than every one that was used; from now on it is used. */
export async function takeFactorStep(db: Database, id: string, step: number): Promise<boolean> {
  const { rowCount } = await db
    .update(accounts)
    .set({ factorStep: step })
    .where(and(eq(accounts.id, id), or(isNull(accounts.factorStep), lt(accounts.factorStep, step))));
  return rowCount === 1;
}

export async function replaceRecoveryCodes(db: Database, accountId: string, hashes: Buffer[]): Promise<void> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  await db.insert(recoveryCodes).values(hashes.map((hash) => ({ hash, accountId })));
}

export async function deleteRecoveryCode(db: Database, accountId: string, hash: Buffer): Promise<boolean> {
  const { rowCount } = await db
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.hash, hash), eq(recoveryCodes.accountId, accountId)));
  return rowCount === 1;
}

export async function countRecoveryCodes(db: Database, accountId: string): Promise<number> {
  const [found] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.accountId, accountId));
  return found?.left ?? 0;
}

export async function insertLink(db: Database, row: typeof accountLinks.$inferInsert): Promise<void> {
  await db.insert(accountLinks).values(row);
}

export async function findLink(db: Database, tokenHash: Buffer, at: Date) {
  const [found] = await db
    .select()
    .from(accountLinks)
    .where(and(eq(accountLinks.tokenHash, tokenHash), gt(accountLinks.expiresAt, at)));
  return found;
}

/** Whether the link was there; now it is used. */
export async function takeLink(db: Database, tokenHash: Buffer, at: Date): Promise<boolean> {
  const { rowCount } = await db
    .delete(accountLinks)
    .where(and(eq(accountLinks.tokenHash, tokenHash), gt(accountLinks.expiresAt, at)));
  return rowCount === 1;
}

/** An account's links, or those of the first administrator. */
export async function deleteLinksOf(db: Database, accountId: string | null): Promise<void> {
  await db
    .delete(accountLinks)
    .where(accountId === null ? isNull(accountLinks.accountId) : eq(accountLinks.accountId, accountId));
}

export async function deleteOldLinks(db: Database, at: Date): Promise<void> {
  await db.delete(accountLinks).where(lt(accountLinks.expiresAt, at));
}

/**
 * Adds one to each count, or to none where one of them stands at its most already. They are taken in the order given,
 * so that two who count never wait for each other.
 */
export async function countWithin(
  db: Database,
  counts: readonly { tag: Buffer; most: number }[],
  keepUntil: Date,
): Promise<boolean> {
  return db
    .transaction(async (tx) => {
      for (const { tag, most } of counts) {
        const { rowCount } = await tx
          .insert(signInCounts)
          .values({ tag, count: 1, keepUntil })
          .onConflictDoUpdate({
            target: signInCounts.tag,
            set: { count: sql`${signInCounts.count} + 1` },
            setWhere: lt(signInCounts.count, most),
          });
        if (rowCount === 0) throw new Full();
      }
      return true;
    })
    .catch((error: unknown) => {
      if (error instanceof Full) return false;
      throw error;
    });
}

/** Undoes a transaction whose count is at its most. */
class Full extends Error {}

export async function dropCount(db: Database, tag: Buffer): Promise<void> {
  await db.delete(signInCounts).where(eq(signInCounts.tag, tag));
}

export async function lowerCount(db: Database, tag: Buffer): Promise<void> {
  await db
    .update(signInCounts)
    .set({ count: sql`${signInCounts.count} - 1` })
    .where(and(eq(signInCounts.tag, tag), gt(signInCounts.count, 0)));
}

export async function deleteOldTries(db: Database, at: Date): Promise<void> {
  await db.delete(signInCounts).where(lt(signInCounts.keepUntil, at));
}

export async function insertSession(db: Database, row: typeof sessions.$inferInsert): Promise<void> {
  await db.insert(sessions).values(row);
}

// Asked with every request of staff. The one place that says who is somebody: a session that has yet to enrol a second
// factor is nobody.
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
        eq(sessions.enrolling, false),
      ),
    )
    .prepare("find_session"),
);

/** A session and its account, if it was made and last used late enough. */
export async function findSession(db: Database, tokenHash: Buffer, madeAfter: Date, seenAfter: Date) {
  const [found] = await sessionFound(db).execute({ tokenHash, madeAfter, seenAfter });
  return found;
}

/** Whose session it is that may only enrol a second factor. */
export async function findEnrolling(
  db: Database,
  tokenHash: Buffer,
  madeAfter: Date,
  seenAfter: Date,
): Promise<string | undefined> {
  const [found] = await db
    .select({ accountId: sessions.accountId })
    .from(sessions)
    .innerJoin(accounts, eq(sessions.accountId, accounts.id))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        gt(sessions.createdAt, madeAfter),
        gt(sessions.seenAt, seenAfter),
        eq(accounts.disabled, false),
        eq(sessions.enrolling, true),
      ),
    );
  return found?.accountId;
}

/** What somebody has open, the newest first. */
export function sessionsOf(db: Database, accountId: string, madeAfter: Date, seenAfter: Date) {
  return db
    .select({ tokenHash: sessions.tokenHash, createdAt: sessions.createdAt, seenAt: sessions.seenAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.accountId, accountId),
        gt(sessions.createdAt, madeAfter),
        gt(sessions.seenAt, seenAfter),
        eq(sessions.enrolling, false),
      ),
    )
    .orderBy(desc(sessions.createdAt));
}

export async function storePendingFactor(db: Database, tokenHash: Buffer, sealed: Buffer): Promise<void> {
  await db.update(sessions).set({ pendingFactor: sealed }).where(eq(sessions.tokenHash, tokenHash));
}

export async function readPendingFactor(db: Database, tokenHash: Buffer): Promise<Buffer | null> {
  const [found] = await db
    .select({ sealed: sessions.pendingFactor })
    .from(sessions)
    .where(eq(sessions.tokenHash, tokenHash));
  return found?.sealed ?? null;
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

export async function deleteSessionsOf(db: Database, accountId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.accountId, accountId));
}

export async function deleteOldSessions(db: Database, madeBefore: Date, seenBefore: Date): Promise<void> {
  await db.delete(sessions).where(or(lt(sessions.createdAt, madeBefore), lt(sessions.seenAt, seenBefore)));
}
