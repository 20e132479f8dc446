/** Bursts of reports as a coordinator decides on them. */
import { z } from "zod";
import { isoDay } from "./filter.ts";
import { feeling } from "./schema.ts";

/** Days in which a decision can be undone. What was taken away is deleted for good after them. */
export const UNDO_DAYS = 30;

export const burstDecision = z.enum(["counts", "removed"]);
export type BurstDecision = z.infer<typeof burstDecision>;

/** One row of `reports.bursts`. */
export const burst = z.strictObject({
  id: z.uuid(),
  feeling,
  /** The squares that they came from, the one with most first. */
  squares: z.array(z.string()).min(1),
  reports: z.number().int(),
  /** Of these without work done for them in the browser. */
  unproven: z.number().int(),
  /** Reports that a week usually brings from there. */
  usual: z.number(),
  from: isoDay,
  to: isoDay,
  decision: burstDecision.nullable(),
  decidedOn: isoDay.nullable(),
});
export type Burst = z.infer<typeof burst>;

/** `reports.decideBurst`: null undoes what was decided. */
export const burstInput = z.strictObject({ id: z.uuid(), decision: burstDecision.nullable() });
export type BurstInput = z.infer<typeof burstInput>;
