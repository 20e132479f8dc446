/** Lamps, and what they were before they changed. */
import {
  bigserial,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { imports } from "../imports/table.ts";

export const lamps = pgTable("lamps", {
  id: text().primaryKey(),
  /** SWEREF 99 TM, metres, to the centimetre. */
  east: doublePrecision().notNull(),
  north: doublePrecision().notNull(),
  area: text(),
  /** Mounting height, metres; null where nobody has told. */
  height: real(),
  /** Lumen; null where nobody has told. */
  flux: integer(),
  /** One of the town's owners, or `unknown`. */
  owner: text().notNull(),
  status: text({ enum: ["working", "broken", "off"] }).notNull(),
  statusSince: date("status_since").notNull(),
  statusSource: text("status_source").notNull(),
  /** The inventory that it came from last; null when it was set by hand. */
  importId: uuid("import_id").references(() => imports.id),
});

/** One row for each change of a lamp: what it was until then. */
export const lampChanges = pgTable(
  "lamp_changes",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    lampId: text("lamp_id")
      .notNull()
      .references(() => lamps.id),
    at: timestamp({ withTimezone: true }).notNull(),
    before: jsonb().$type<Omit<typeof lamps.$inferSelect, "id">>().notNull(),
    /** Who changed it: a person, or an import. */
    accountId: uuid("account_id"),
    importId: uuid("import_id").references(() => imports.id),
  },
  (table) => [index().on(table.lampId)],
);
