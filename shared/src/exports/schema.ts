/** Files of what the desk shows, and requests for single reports as a file. */
import { z } from "zod";
import { lampStatus } from "../lighting/schema.ts";
import { slug } from "../place/schema.ts";
import { reportFilter } from "../reports/filter.ts";
import { typedText } from "../text.ts";

/** What may be taken out by whoever may see it. */
export const exportKinds = ["squares", "areas", "measures", "presence", "lamps"] as const;
export const exportKind = z.enum(exportKinds);
export type ExportKind = z.infer<typeof exportKind>;

export const exportFormats = ["csv", "geojson"] as const;
export const exportFormat = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof exportFormat>;

/** Files of what the desk shows come in one form more, for programs that work with maps. */
export const fileFormats = [...exportFormats, "gpkg"] as const;
export const fileFormat = z.enum(fileFormats);
export type FileFormat = z.infer<typeof fileFormat>;

/** Which lamps a file shall hold: those of some areas and in some states, or all. */
export const lampSelection = z.strictObject({
  areas: z.array(slug.max(60)).max(100).optional(),
  status: z.array(lampStatus).max(3).optional(),
});
export type LampSelection = z.infer<typeof lampSelection>;

/** Days in which somebody must decide. */
export const DECIDE_DAYS = 7;
/** Hours in which the file can be fetched, once. */
export const FETCH_HOURS = 24;

/** `exports.request`. */
export const exportRequestInput = z.strictObject({
  filter: reportFilter.optional(),
  format: exportFormat,
  reason: typedText(5, 300),
});
export type ExportRequestInput = z.infer<typeof exportRequestInput>;

export const exportStates = ["waiting", "approved", "declined", "withdrawn", "expired", "taken"] as const;
export const exportState = z.enum(exportStates);
export type ExportState = z.infer<typeof exportState>;

/** One row of `exports.requests`. */
export const exportRequest = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  name: z.string().nullable(),
  mine: z.boolean(),
  reason: z.string(),
  filter: reportFilter,
  format: exportFormat,
  state: exportState,
  /** Who approved or declined it. */
  decidedBy: z.string().nullable(),
  /** Until when it can be decided or fetched; null once it can be neither. */
  until: z.iso.datetime().nullable(),
});
export type ExportRequest = z.infer<typeof exportRequest>;

/** `exports.decide`. */
export const exportDecision = z.strictObject({ id: z.uuid(), decision: z.enum(["approved", "declined"]) });
export type ExportDecision = z.infer<typeof exportDecision>;
