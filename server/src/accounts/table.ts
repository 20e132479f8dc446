/** Staff accounts, how they sign in, and their sessions. */
import { boolean, index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../database/columns.ts";

const role = () =>
  text({ enum: ["planner", "police", "coordinator", "partner", "admin", "auditor"] }).notNull();

export const accounts = pgTable("accounts", {
  id: uuid().primaryKey().defaultRandom(),
  /** Null where another issuer told none, or one that another account has. */
  email: text().unique(),
  name: text().notNull(),
  role: role(),
  /** May give the second approval that publishing needs. */
  mayApprove: boolean("may_approve").notNull().default(false),
  /** scrypt, with its own salt and parameters; null until one is chosen, and where another issuer signs in. */
  password: text(),
  /** Issuer and subject of an account that signs in through another issuer. */
  identity: text().unique(),
  /** The secret of the second factor, sealed; null until one is enrolled. */
  factor: bytea(),
  /** The last step of 30 seconds whose code was used. */
  factorStep: integer("factor_step"),
  disabled: boolean().notNull().default(false),
  demonstration: boolean().notNull().default(false),
});

export const sessions = pgTable(
  "sessions",
  {
    /** SHA-256 of the cookie's token: who reads this table cannot sign in with it. */
    tokenHash: bytea("token_hash").primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    seenAt: timestamp("seen_at", { withTimezone: true }).notNull(),
    /** May do nothing but enrol a second factor. */
    enrolling: boolean().notNull().default(false),
    /** The sealed secret of a second factor that is shown and not yet confirmed. */
    pendingFactor: bytea("pending_factor"),
    /** Why single reports are looked at in this session; null until a reason is given. */
    pointsReason: text("points_reason"),
  },
  (table) => [index().on(table.accountId)],
);

/** What stands in for the second factor, each once: keyed hashes of codes that were shown once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    hash: bytea().primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
  },
  (table) => [index().on(table.accountId)],
);

/** One-time links with which somebody chooses a password; without an account, the link of the first administrator. */
export const accountLinks = pgTable("account_links", {
  /** SHA-256 of the link's token. */
  tokenHash: bytea("token_hash").primaryKey(),
  accountId: uuid("account_id").references(() => accounts.id, { onDelete: "cascade" }),
  expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
});

/** Wrong tries of a quarter of an hour, under keyed hashes of whom they were aimed at and from where. */
export const signInCounts = pgTable("sign_in_counts", {
  tag: bytea().primaryKey(),
  count: integer().notNull(),
  keepUntil: timestamp("keep_until", { withTimezone: true }).notNull(),
});
