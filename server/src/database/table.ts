/** What the store knows about itself. */
import { bigint, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { bytea } from "./columns.ts";

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
