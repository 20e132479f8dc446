/** The yearly citizen promise: its commitments as data, and the ledger that follows them. */
import { z } from "zod";
import { partyIds, patrolKinds } from "../patrols/schema.ts";
import { slug, words } from "../place/schema.ts";
import { measureKind } from "../measures/schema.ts";
import { isoDay } from "../reports/filter.ts";

export const commitmentKinds = [
  "count",
  "cadence",
  "milestone",
  "activity",
  "indicator",
  "measure",
  "publication",
] as const;
export const commitmentKind = z.enum(commitmentKinds);
export type CommitmentKind = z.infer<typeof commitmentKind>;

/** What speaks for a commitment. */
export const evidenceRule = z.discriminatedUnion("from", [
  z.strictObject({
    from: z.literal("patrols"),
    /** Any of these kinds; absent means every kind. */
    kinds: z.array(z.enum(patrolKinds)).optional(),
    /** All of these parties, as confirmed. */
    parties: z.array(z.enum(partyIds)).optional(),
  }),
  z.strictObject({ from: z.literal("dialogues") }),
  /** What staff have recorded under this commitment. */
  z.strictObject({ from: z.literal("records") }),
  z.strictObject({ from: z.literal("measures"), kind: measureKind, area: slug }),
  /** Voices of the year against the same months of the year before. */
  z.strictObject({ from: z.literal("voices") }),
]);
export type EvidenceRule = z.infer<typeof evidenceRule>;

export const commitment = z.strictObject({
  id: slug,
  kind: commitmentKind,
  title: words,
  owner: words,
  /** The sentence of the signed promise, letter by letter. */
  source: z.string().min(1),
  period: z.strictObject({ from: isoDay, to: isoDay }),
  /** Wanted number in the period. */
  target: z.number().int().positive().optional(),
  /** Wanted number in each month of the period. */
  perMonth: z.number().int().positive().optional(),
  /** Longest time between two, in days. */
  everyDays: z.number().int().positive().optional(),
  evidence: z.array(evidenceRule).min(1),
});
export type Commitment = z.infer<typeof commitment>;

/** `promises/<year>.json`. */
export const promiseFile = z.strictObject({
  year: z.number().int(),
  title: words,
  signedOn: isoDay,
  signedBy: z.array(z.strictObject({ name: z.string(), role: words })),
  commitments: z.array(commitment).min(1),
});
export type CitizenPromise = z.infer<typeof promiseFile>;
