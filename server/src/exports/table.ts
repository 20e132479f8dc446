/** Requests for single reports as a file: who asked for what and why, and who decided. */
import { jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const exportRequests = pgTable("export_requests", {
  id: uuid().primaryKey().defaultRandom(),
  requestedBy: uuid("requested_by").notNull(),
  requestedAt: instant("requested_at").notNull(),
  reason: text().notNull(),
  filter: jsonb().$type<ReportFilter>().notNull(),
  format: text({ enum: ["csv", "geojson"] }).notNull(),
  decision: text({ enum: ["approved", "declined"] }),
  decidedBy: uuid("decided_by"),
  decidedAt: instant("decided_at"),
  withdrawnAt: instant("withdrawn_at"),
  takenAt: instant("taken_at"),
});
