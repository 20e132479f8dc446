/** The only queries on the log and its chain. */
import { and, asc, desc, eq, gt, gte, isNull, lt, lte, max, min, sql } from "drizzle-orm";
import { accounts } from "../accounts/table.ts";
import { inBatches } from "../database/batches.ts";
import { rowsAsJson } from "../database/json-rows.ts";
import { runNamed } from "../database/named.ts";
import type { Database } from "../database/open.ts";
import { auditChain, auditLog } from "./table.ts";

export type AuditRow = typeof auditLog.$inferSelect;
type Chain = typeof auditChain.$inferSelect;

export async function readChain(db: Database): Promise<Chain> {
  const [chain] = await db.select().from(auditChain);
  if (!chain) throw new Error("expected the chain of the audit log, found none");
  return chain;
}

/** Where the next entries are linked. Rows that were put behind the chain are passed by. */
export async function readHead(db: Database): Promise<{ id: number; hash: Buffer }> {
  const { headId, headHash } = await readChain(db);
  const [last] = await db.select({ id: max(auditLog.id) }).from(auditLog);
  return { id: Math.max(headId, last?.id ?? 0), hash: headHash };
}

/** One statement: nothing is stored when another node has moved the head meanwhile. */
const APPEND = `
  with moved as (
    update audit_chain set head_id = $2, head_hash = $3 where head_hash = $4 returning one
  )
  insert into audit_log select sent.* from json_populate_recordset(null::audit_log, $1) sent, moved returning id`;

/** Whether the entries, linked to `before`, were stored. */
export async function insertEntries(db: Database, before: Buffer, entries: AuditRow[]): Promise<boolean> {
  const last = entries.at(-1);
  const values = [rowsAsJson(auditLog, entries), last?.id, last?.hash, before];
  return (await runNamed(db, "append_audit", APPEND, values)).length > 0;
}

/** Milliseconds since 1970 as a decimal text, with all that stands behind the point. */
const millis = sql<string>`trim_scale(extract(epoch from ${auditLog.at}) * 1000)::text`;

/** Entries after one, in the order of the chain. */
export async function selectAfter(db: Database, id: number, limit: number) {
  const { accountId, role, action, details, hash } = auditLog;
  return db
    .select({ id: auditLog.id, millis, accountId, role, action, details, hash })
    .from(auditLog)
    .where(gt(auditLog.id, id))
    .orderBy(asc(auditLog.id))
    .limit(limit);
}

/** Locks the chain until the transaction ends. */
export async function lockChain(db: Database): Promise<Chain> {
  const [chain] = await db.select().from(auditChain).for("update");
  if (!chain) throw new Error("expected the chain of the audit log, found none");
  return chain;
}

export async function countUnlinked(db: Database): Promise<number> {
  return db.$count(auditLog, isNull(auditLog.hash));
}

export async function storeHashes(db: Database, hashes: { id: number; hash: Buffer }[]): Promise<void> {
  for (const batch of inBatches(hashes)) {
    const rows = JSON.stringify(batch.map(({ id, hash }) => ({ id, hash: `\\x${hash.toString("hex")}` })));
    await db.execute(
      sql`update audit_log set hash = given.hash from json_to_recordset(${rows}::json) given (id bigint, hash bytea)
          where audit_log.id = given.id`,
    );
  }
}

export async function moveHead(db: Database, { id, hash }: { id: number; hash: Buffer }): Promise<void> {
  await db.update(auditChain).set({ headId: id, headHash: hash });
}

/** The last of the entries that lie before every entry of an instant or later. */
export async function findLastBefore(db: Database, before: Date) {
  const [kept] = await db
    .select({ id: min(auditLog.id) })
    .from(auditLog)
    .where(gte(auditLog.at, before));
  const [last] = await db
    .select({ id: auditLog.id, hash: auditLog.hash })
    .from(auditLog)
    .where(kept?.id ? lt(auditLog.id, kept.id) : undefined)
    .orderBy(desc(auditLog.id))
    .limit(1);
  return last;
}

/** Deletes everything up to an entry, and remembers where the chain begins from then on. */
export async function deleteUpTo(db: Database, id: number, hash: Buffer, seal: Buffer): Promise<number> {
  await db.update(auditChain).set({ anchorId: id, anchorHash: hash, anchorSeal: seal });
  const { rowCount } = await db.delete(auditLog).where(lte(auditLog.id, id));
  return rowCount ?? 0;
}

interface LogPage {
  before?: number | undefined;
  action?: string | undefined;
  person?: string | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
  limit: number;
}

/** Entries with the name of whoever did it, the newest first. */
export async function selectPage(db: Database, page: LogPage) {
  const { before, action, person, from, until, limit } = page;
  const { id, at, accountId, role, details, hash } = auditLog;
  return db
    .select({ id, at, accountId, name: accounts.name, role, action: auditLog.action, details, hash })
    .from(auditLog)
    .leftJoin(accounts, eq(accounts.id, auditLog.accountId))
    .where(
      and(
        before === undefined ? undefined : lt(id, before),
        action === undefined ? undefined : eq(auditLog.action, action),
        person === undefined ? undefined : eq(accountId, person),
        from && gte(at, from),
        until && lt(at, until),
      ),
    )
    .orderBy(desc(id))
    .limit(limit);
}

/** What is ever done, and by whom, for choosing among them. */
export async function selectActions(db: Database): Promise<string[]> {
  const found = await db.selectDistinct({ action: auditLog.action }).from(auditLog).orderBy(auditLog.action);
  return found.map(({ action }) => action);
}

export async function selectPeople(db: Database) {
  return db
    .selectDistinct({ id: accounts.id, name: accounts.name, role: accounts.role })
    .from(auditLog)
    .innerJoin(accounts, eq(accounts.id, auditLog.accountId))
    .orderBy(accounts.name);
}

const square = sql<string>`${auditLog.details}->>'square'`;

/** How many of one person's entries of an action since an instant name each square. */
export async function countBySquare(db: Database, action: string, accountId: string, since: Date) {
  return db
    .select({ square, count: sql<number>`count(*)::int` })
    .from(auditLog)
    .where(and(eq(auditLog.action, action), eq(auditLog.accountId, accountId), gte(auditLog.at, since)))
    .groupBy(square);
}
