/** Staff accounts and their sessions. */
import { boolean, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../database/columns.ts";

const role = () =>
  text({ enum: ["planner", "police", "coordinator", "partner", "admin", "auditor"] }).notNull();

export const accounts = pgTable("accounts", {
  id: uuid().primaryKey().defaultRandom(),
  email: text().notNull().unique(),
  name: text().notNull(),
  role: role(),
  /** May give the second approval that publishing needs. */
  mayApprove: boolean("may_approve").notNull().default(false),
  /** scrypt, with its own salt and parameters. */
  password: text().notNull(),
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
    /** Why single reports are looked at in this session; null until a reason is given. */
    pointsReason: text("points_reason"),
  },
  (table) => [index().on(table.accountId)],
);
