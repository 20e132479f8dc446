/** What a receipt tells, and what whoever holds it may answer once a measure is done. */
import { z } from "zod";
import { publicMeasure } from "../measures/schema.ts";
import { minuteClassSchema } from "../releases/schema.ts";
import { isoDay } from "./filter.ts";
import { reportState, typedReceipt } from "./schema.ts";
import { effects } from "./terms.ts";

export const effect = z.enum(effects);

/** `reports.receipt`. */
export const receiptAnswer = z.strictObject({
  state: reportState,
  /** Empty once the report is withdrawn: nothing of it is kept. */
  area: z.string(),
  since: isoDay,
  /** Of its area, and first those that answer this very report. */
  measures: z.array(publicMeasure),
  /** Which they are; told from the day after staff have said so. */
  linked: z.array(z.uuid()).optional(),
  /**
   * The first day on which staff had read the report, or, on a day after it came, all of its area. Told from the day after,
   * so that nobody learns at which minute.
   */
  seenOn: isoDay.optional(),
  /** Very many reports came at once from there: they do not count until somebody has looked, or not at all. */
  apart: z.enum(["waiting", "removed"]).optional(),
  /** The latest released week of presence in the area. */
  presence: z.strictObject({ week: z.string(), day: minuteClassSchema, dark: minuteClassSchema }).optional(),
  /** Measures that were done since, about which this receipt has not answered yet. */
  asks: z.array(z.uuid()).optional(),
});
export type ReceiptAnswer = z.infer<typeof receiptAnswer>;

/** `reports.answer`. */
export const effectInput = z.strictObject({ receipt: typedReceipt, measure: z.uuid(), answer: effect });
export type EffectInput = z.infer<typeof effectInput>;
