/** The ledger as it leaves the server, and what staff record for it. */
import { z } from "zod";
import { slug, words } from "../place/schema.ts";
import { isoDay } from "../reports/filter.ts";
import { type Because, reasonKeys } from "./because.ts";
import { commitmentKind } from "./schema.ts";
import { typedText } from "../text.ts";

export const commitmentStatus = z.enum(["kept", "onTrack", "behind", "notKept", "cannotTell"]);

const month = z.strictObject({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  count: z.number().int(),
  target: z.number().int(),
  status: z.enum(["kept", "missed", "open", "ahead"]),
});

/** The reason as a key with values, so that a client can say it in its own language. */
const reason = z
  .strictObject({ key: z.enum(reasonKeys), values: z.record(z.string(), z.union([z.string(), z.number()])) })
  // The values of each key are made by one function and checked by its type.
  .transform((value) => value as Because);

export const ledger = z.strictObject({
  year: z.number().int(),
  /** The day it stands for; null before the first release. */
  asOf: isoDay.nullable(),
  commitments: z.array(
    z.strictObject({
      id: slug,
      kind: commitmentKind,
      title: words,
      owner: words,
      period: z.strictObject({ from: isoDay, to: isoDay }),
      source: z.string(),
      /** Release areas whose measures it is about. */
      areas: z.array(slug).optional(),
      status: commitmentStatus,
      /** In Swedish. */
      because: z.string(),
      reason,
      count: z.number().int().optional(),
      target: z.number().int().optional(),
      pace: z.number().optional(),
      forecast: z.tuple([z.number().int(), z.number().int()]).optional(),
      months: z.array(month).optional(),
    }),
  ),
});
export type Ledger = z.infer<typeof ledger>;

/** `promise.addEvidence`. */
export const evidenceInput = z.strictObject({
  year: z.number().int().min(2000).max(2100).optional(),
  commitment: slug.max(60),
  date: isoDay,
  title: typedText(3, 200),
  people: z.number().int().min(0).max(100_000).optional(),
  link: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
});
export type EvidenceInput = z.infer<typeof evidenceInput>;
