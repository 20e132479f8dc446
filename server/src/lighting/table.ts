/** Lamps. */
import { date, doublePrecision, integer, pgTable, real, text } from "drizzle-orm/pg-core";

export const lamps = pgTable("lamps", {
  id: text().primaryKey(),
  /** SWEREF 99 TM, metres, to the centimetre. */
  east: doublePrecision().notNull(),
  north: doublePrecision().notNull(),
  area: text(),
  /** Mounting height, metres. */
  height: real().notNull(),
  /** Lumen. */
  flux: integer().notNull(),
  owner: text({
    enum: ["municipality", "road-administration", "property-owner", "road-association"],
  }).notNull(),
  status: text({ enum: ["working", "broken", "off"] }).notNull(),
  statusSince: date("status_since").notNull(),
  statusSource: text("status_source").notNull(),
});
