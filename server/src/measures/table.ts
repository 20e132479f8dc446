/** What is done about a place. */
import {
  bigint,
  bigserial,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { PlanChoice } from "@trygg/shared/measures/plan.ts";
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
  /** Lux, as somebody has measured it: the lowest. */
  measuredLux: real("measured_lux"),
  /** What its plan shall be once it is decided; null as the rule proposes. */
  planChoice: jsonb("plan_choice").$type<PlanChoice>(),
  updatedOn: date("updated_on").notNull(),
  /** Counts up with every change, so that two people do not overwrite each other unseen. */
  version: integer().notNull().default(1),
});

/** How it will be told whether a measure helped, frozen on a day. Rows are added and never changed. */
export const measurePlans = pgTable(
  "measure_plans",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    measureId: uuid("measure_id")
      .notNull()
      .references(() => measures.id),
    frozenOn: date("frozen_on").notNull(),
    /** Canonical JSON (RFC 8785), kept as text so that its bytes stay those of the hash. */
    text: text().notNull(),
    sha256: text().notNull(),
  },
  (table) => [index().on(table.measureId)],
);

/** The light of a measure's area as it was computed when it was decided, and when it was done. */
export const measureLight = pgTable(
  "measure_light",
  {
    measureId: uuid("measure_id")
      .notNull()
      .references(() => measures.id),
    moment: text({ enum: ["decided", "done"] }).notNull(),
    computedOn: date("computed_on").notNull(),
    /** Lux on the ground, maintained and unobstructed. */
    mean: real().notNull(),
    min: real().notNull(),
  },
  (table) => [primaryKey({ columns: [table.measureId, table.moment] })],
);

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
