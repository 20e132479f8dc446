/** What the store knows about itself. */
import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, xid8 } from "./columns.ts";

/** Facts about the store as a whole, such as whether it is a demonstration. */
export const storeFacts = pgTable("store_facts", {
  name: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
});

/** Random keys made by the product itself: for noise, and one per calendar year for voices. */
export const storeKeys = pgTable("store_keys", {
  name: text().primaryKey(),
  value: bytea().notNull(),
});

/** How many times each kind of thing has changed; nodes compare it with what they have seen. */
export const topicVersions = pgTable("topic_versions", {
  topic: text().primaryKey(),
  version: bigint({ mode: "number" }).notNull(),
});

/** Rows that have come, and months in which rows have changed or gone, for some minutes: see `row-changes.ts`. */
export const rowChanges = pgTable(
  "row_changes",
  {
    xid: xid8()
      .notNull()
      .default(sql`pg_current_xact_id()`),
    kind: text({ enum: ["reports", "patrols"] }).notNull(),
    month: text().notNull(),
    rowId: uuid("row_id"),
  },
  (table) => [index().on(table.xid)],
);
