/** Presence: what was logged, and the visits it became. The line or track itself is never stored. */
import {
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

export const patrols = pgTable(
  "patrols",
  {
    id: uuid().primaryKey().defaultRandom(),
    clientKey: uuid("client_key").notNull().unique(),
    kind: text({ enum: ["foot", "traffic", "guard", "outreach", "youth", "nightwalk", "other"] }).notNull(),
    from: timestamp({ withTimezone: true, mode: "date" }).notNull(),
    to: timestamp({ withTimezone: true, mode: "date" }).notNull(),
    /** Named by the one who logged it. */
    parties: text().array().notNull(),
    /** Of those, the ones that may be counted. */
    confirmedParties: text("confirmed_parties").array().notNull(),
    /** Role, never person. */
    loggedBy: text("logged_by").notNull(),
    /** Where and when most of it was spent; null when it is no occasion. */
    occasionArea: text("occasion_area"),
    occasionDate: date("occasion_date"),
    occasionBin: smallint("occasion_bin"),
    /** An earlier log of the same kind, area and block: probably the same occasion. */
    duplicateOf: uuid("duplicate_of"),
  },
  (table) => [index().on(table.occasionDate)],
);

/** Seconds during which the centre of a square was in sight, per hour. */
export const patrolVisits = pgTable(
  "patrol_visits",
  {
    patrolId: uuid("patrol_id")
      .notNull()
      .references(() => patrols.id, { onDelete: "cascade" }),
    square: text().notNull(),
    hour: timestamp({ withTimezone: true, mode: "date" }).notNull(),
    /** 0–167, local time. */
    hourOfWeek: smallint("hour_of_week").notNull(),
    dark: boolean().notNull(),
    seconds: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.patrolId, table.square, table.hour] }), index().on(table.hour)],
);

/** Seconds spent inside each release area, per hour: what the weekly release tells in classes. */
export const patrolStays = pgTable(
  "patrol_stays",
  {
    patrolId: uuid("patrol_id")
      .notNull()
      .references(() => patrols.id, { onDelete: "cascade" }),
    area: text().notNull(),
    hour: timestamp({ withTimezone: true, mode: "date" }).notNull(),
    dark: boolean().notNull(),
    seconds: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.patrolId, table.area, table.hour] }), index().on(table.hour)],
);
