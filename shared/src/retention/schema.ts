/** A town's `retention.json`: how long each kind of row is kept before the daily clearing deletes it. */
import { z } from "zod";

/**
 * What is kept for a while. Sessions, the keys of voices and what is held in a browser have ends of their own; releases,
 * lamps, measures, evidence and the register of public documents are kept for good.
 */
export const retained = [
  "reports",
  "withdrawals",
  "senderCounts",
  "presence",
  "auditLog",
  "accessibilityNotes",
] as const;
export type Retained = (typeof retained)[number];

const months = (least: number) => z.number().int().min(least).max(240);

export const retentionFile = z.strictObject({
  note: z.string(),
  /** Whole months from the day of the row. */
  months: z.strictObject({
    /** A release reaches back over twelve whole months before its own, so that thirteen are the least. */
    reports: months(13),
    withdrawals: months(1),
    /** A year is compared with who lives in the town. */
    senderCounts: months(12),
    /** The promise of a year must be told until the year is over. */
    presence: months(13),
    auditLog: months(6),
    accessibilityNotes: months(1),
  } satisfies Record<Retained, unknown>),
});
export type Retention = z.infer<typeof retentionFile>["months"];
