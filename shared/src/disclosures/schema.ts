/**
 * Reports given out as public documents ("utlämnande av allmän handling"): each as a masked document, and an entry in a
 * register. Who asks may stay unknown, and has no field.
 */
import { z } from "zod";
import { slug, words } from "../place/schema.ts";
import { isoDay } from "../reports/filter.ts";
import { feeling, light, typedReceipt } from "../reports/schema.ts";
import { typedText } from "../text.ts";

/** A town's `disclosures.json`: on which grounds something is masked, the usual one first. */
export const disclosuresFile = z.strictObject({
  note: z.string(),
  grounds: z.array(z.strictObject({ id: slug, text: words })).min(1),
});
export type Ground = z.infer<typeof disclosuresFile>["grounds"][number];

/** Reports in one document. */
export const MOST_DISCLOSED = 1000;

const period = { area: slug.max(60), from: isoDay, to: isoDay };

/** What was asked for: the report of a receipt, one by its id, or those of an area and a period. */
export const disclosureInput = z.strictObject({
  number: typedText(1, 40),
  askedOn: isoDay,
  asked: z.discriminatedUnion("by", [
    z.strictObject({ by: z.literal("receipt"), receipt: typedReceipt }),
    z.strictObject({ by: z.literal("report"), report: z.uuid() }),
    z.strictObject({ by: z.literal("area"), ...period }),
  ]),
  ground: slug.max(60),
});
export type DisclosureInput = z.infer<typeof disclosureInput>;

/** What of a report is never given out: its point, its day, the hours that were picked, how much it affects. */
export const maskedFields = ["place", "day", "hours", "effect"] as const;
export const mask = z.strictObject({ field: z.enum(maskedFields), ground: slug });
export type Mask = z.infer<typeof mask>;

/** As the register tells it: neither code nor id. */
export const disclosedAsked = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("receipt") }),
  z.strictObject({ by: z.literal("report") }),
  z.strictObject({ by: z.literal("area"), ...period }),
]);
export type DisclosedAsked = z.infer<typeof disclosedAsked>;

/** One row of `disclosures.list`. */
export const disclosure = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  askedOn: isoDay,
  asked: disclosedAsked,
  reports: z.number().int(),
  masked: z.array(mask),
  /** Who gave it out. */
  name: z.string().nullable(),
  at: z.iso.datetime(),
  /** Struck out as a mistake, and still there. */
  struck: z.boolean(),
});
export type Disclosure = z.infer<typeof disclosure>;

/** A report with what releases tell of place and time: area, month, and whether it is about darkness. */
export const disclosedReport = z.strictObject({
  area: slug,
  month: z.string().regex(/^\d{4}-\d{2}$/),
  feeling,
  reasons: z.array(slug),
  light,
});
export type DisclosedReport = z.infer<typeof disclosedReport>;

/** What `disclosures.make` answers, to be printed: it can be made again, but is stored nowhere. */
export const disclosureDocument = z.strictObject({ entry: disclosure, reports: z.array(disclosedReport) });
export type DisclosureDocument = z.infer<typeof disclosureDocument>;

/** `disclosures.strike`: strikes an entry out, or takes that back. */
export const strikeInput = z.strictObject({ id: z.uuid(), struck: z.boolean() });
