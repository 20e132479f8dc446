/** The one filter over reports: the same object in the desk's panels, the URL's fragment and the server's answers. */
import { z } from "zod";
import { slug } from "../place/schema.ts";
import { bin, feeling, impact } from "./schema.ts";

/** A day within sight of anybody alive, so that no sum of days leaves the calendar. */
export const isoDay = z.iso
  .date()
  .refine((day) => day >= "1900-01-01" && day < "2200-01-01", "expected a day from 1900 to 2199");

export const reportFilter = z.strictObject({
  /** First and last day on which the report came in. */
  from: isoDay.optional(),
  to: isoDay.optional(),
  /** Reports that came in during these months of any year, 1–12. */
  months: z.array(z.number().int().min(1).max(12)).max(12).optional(),
  /** Reports that concern at least one of these bins of the week. */
  bins: z.array(bin).max(56).optional(),
  /** Reports that concern darkness, or daylight; those that concern both answer to either. */
  light: z.enum(["dark", "light"]).optional(),
  feeling: feeling.optional(),
  /** Reports that give at least one of these reasons. */
  reasons: z.array(slug.max(40)).max(40).optional(),
  areas: z.array(slug.max(60)).max(100).optional(),
  /** Reports that affect at least this much. */
  impact: impact.optional(),
  /** Reports where some measure is meant or done, or where none is. */
  measures: z.enum(["with", "without"]).optional(),
});
export type ReportFilter = z.infer<typeof reportFilter>;
