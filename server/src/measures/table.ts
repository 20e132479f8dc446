/** What is done about a place. */
import { bigint, date, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { MeasureInput } from "@trygg/shared/measures/schema.ts";
import { bytea } from "../database/columns.ts";

export const measures = pgTable("measures", {
  id: uuid().primaryKey().defaultRandom(),
  kind: text({ enum: ["light", "sight", "upkeep", "presence", "other"] }).notNull(),
  area: text().notNull(),
  /** GeoJSON geometry in WGS 84, as drawn; null means the area as a whole. */
  where: jsonb().$type<NonNullable<MeasureInput["where"]>>(),
  title: text().notNull(),
  state: text({ enum: ["idea", "decided", "procured", "underWay", "done", "declined"] }).notNull(),
  reason: text(),
  /** Swedish kronor. */
  cost: bigint({ mode: "number" }),
  owner: text(),
  from: date(),
  to: date(),
  publicText: text("public_text"),
  updatedOn: date("updated_on").notNull(),
  /** Counts up with every change, so that two people do not overwrite each other unseen. */
  version: integer().notNull().default(1),
});

/** How many say that it feels better, the same or worse since a measure: counts, and no row for a person. */
export const measureAnswers = pgTable(
  "measure_answers",
  {
    area: text().notNull(),
    measureId: uuid("measure_id")
      .notNull()
      .references(() => measures.id),
    answer: text({ enum: ["better", "same", "worse"] }).notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.area, table.measureId, table.answer] })],
);

/** That a receipt has answered about a measure, so that it counts once. Nothing here leads to a report or an answer. */
export const answeredReceipts = pgTable("answered_receipts", {
  /** A keyed hash of the code and the measure together. */
  tag: bytea().primaryKey(),
  /** First day of the month in which the report came in; the tag goes when all reports of that month have gone. */
  month: date().notNull(),
});
