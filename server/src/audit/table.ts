/** The log of what staff looked at and changed, and where its chain begins and ends. */
import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../database/columns.ts";

/** Append-only: triggers refuse every change, and every deletion of what lies after the chain's beginning. */
export const auditLog = pgTable(
  "audit_log",
  {
    /** Counted without a gap since the chain began. */
    id: bigint({ mode: "number" }).primaryKey(),
    at: timestamp({ withTimezone: true }).notNull(),
    accountId: uuid("account_id"),
    role: text().notNull(),
    action: text().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Keyed hash of the entry and of the one before it; null in an older store until its next start. */
    hash: bytea(),
  },
  (table) => [
    index().on(table.action, table.id),
    index("audit_log_looks_index")
      .on(table.accountId, table.at)
      .where(sql`action = 'reports.read'`),
  ],
);

/** One row. Triggers let both ends only move forwards. */
export const auditChain = pgTable(
  "audit_chain",
  {
    one: smallint().primaryKey().default(1),
    /** The newest entry. */
    headId: bigint("head_id", { mode: "number" }).notNull(),
    headHash: bytea("head_hash").notNull(),
    /** The last entry that the retention took away, with a keyed hash of both. */
    anchorId: bigint("anchor_id", { mode: "number" }).notNull(),
    anchorHash: bytea("anchor_hash").notNull(),
    anchorSeal: bytea("anchor_seal").notNull(),
  },
  (table) => [check("audit_chain_one", sql`${table.one} = 1`)],
);
