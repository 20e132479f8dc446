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
import type { Distribution } from "@trygg/shared/photometry/distribution.ts";
import { bytea } from "../database/columns.ts";
import { imports } from "../imports/table.ts";

/** What a photometric file tells of a luminaire. Nothing here changes: another file is another luminaire. */
export const luminaires = pgTable("luminaires", {
  id: text().primaryKey(),
  name: text().notNull(),
  maker: text(),
  format: text({ enum: ["eulumdat", "ies"] }).notNull(),
  /** Degrees by which the axes of the file were turned to those of CIE. */
  turned: real().notNull(),
  /** As it was read, with every symmetry written out. */
  distribution: jsonb().$type<Distribution>().notNull(),
  /** Watt; null where the file does not tell. */
  power: real(),
  /** The file's text as it came, in UTF-8. */
  file: bytea().notNull(),
  fileName: text("file_name").notNull(),
  addedOn: date("added_on").notNull(),
});

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
  /** Null where none is known. */
  luminaire: text().references(() => luminaires.id),
  /** Degrees clockwise from north, towards which the street side faces; null where nobody has told. */
  direction: real(),
  /** How far the street side is lifted, degrees. */
  tilt: real().notNull().default(0),
  /** One of the town's dimming plans; null burns in full. */
  dimming: text(),
  /** The share of its light that is taken by what stands in its way, 0–1. */
  screened: real().notNull().default(0),
  /** One of the town's owners, or `unknown`. */
  owner: text().notNull(),
  status: text({ enum: ["working", "broken", "off"] }).notNull(),
  statusSince: date("status_since").notNull(),
  statusSource: text("status_source").notNull(),
  /** The inventory that it came from last; null when it was set by hand. */
  importId: uuid("import_id").references(() => imports.id),
  /** Counts up with each change. */
  version: integer().notNull().default(1),
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
