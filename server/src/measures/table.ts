/** What is done about a place. */
import { bigint, date, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { MeasureInput } from "@trygg/shared/measures/schema.ts";

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
