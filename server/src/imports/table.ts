/** What was brought in from outside, when and by whom. */
import { integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

export const imports = pgTable("imports", {
  id: uuid().primaryKey().defaultRandom(),
  kind: text({ enum: ["osm", "lamps", "areas", "population"] }).notNull(),
  fileName: text("file_name").notNull(),
  /** Hexadecimal, of the file as it came. */
  sha256: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
  /** Null when it was imported on the command line. */
  accountId: uuid("account_id"),
  /** Rows or elements of the file. */
  read: integer().notNull(),
  /** Of those, new or changed in the store. */
  stored: integer().notNull(),
  unchanged: integer().notNull(),
  rejected: integer().notNull(),
});
