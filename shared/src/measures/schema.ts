/** Measures (åtgärder): what is done about a place, light or not, from idea to done. */
import { z } from "zod";
import { isoDay } from "../reports/filter.ts";
import { slug } from "../place/schema.ts";
import { typedText } from "../text.ts";

export const measureKinds = ["light", "sight", "upkeep", "presence", "other"] as const;
export const measureKind = z.enum(measureKinds);
export type MeasureKind = z.infer<typeof measureKind>;

export const measureStates = ["idea", "decided", "procured", "underWay", "done", "declined"] as const;
export const measureState = z.enum(measureStates);
export type MeasureState = z.infer<typeof measureState>;

const pair = z.tuple([z.number(), z.number()]);
export const measureWhere = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("Point"), coordinates: pair }),
  z.strictObject({ type: z.literal("LineString"), coordinates: z.array(pair).min(2).max(500) }),
  z.strictObject({
    type: z.literal("Polygon"),
    coordinates: z.array(z.array(pair).min(4).max(500)).min(1).max(10),
  }),
]);

const measureFields = {
  kind: measureKind,
  area: slug.max(60),
  where: measureWhere.optional(),
  title: typedText(3, 120),
  state: measureState,
  /** Why it was declined. */
  reason: typedText(3, 500).optional(),
  owner: typedText(1, 120).optional(),
  from: isoDay.optional(),
  to: isoDay.optional(),
  publicText: typedText(3, 1000).optional(),
  /** The lowest lux that somebody has measured where it is done, as measured: no maintenance factor is laid on it. */
  measuredLux: z.number().min(0).max(1000).optional(),
};

/** The light of a measure's area as it was computed on a day: maintained, unobstructed lux on the ground. */
const computedLight = z.strictObject({ on: isoDay, mean: z.number(), min: z.number() });

/** When it was decided, and when it was done: facts of those days, which no later lamp changes. */
export const measureLight = z.strictObject({
  decided: computedLight.optional(),
  done: computedLight.optional(),
});
export type MeasureLight = z.infer<typeof measureLight>;

/** `measures.save`: without an id a new measure; with one the measure as it shall be. */
export const measureInput = z
  .strictObject({
    id: z.uuid().optional(),
    ...measureFields,
    /** Swedish kronor, whole. For staff only. */
    cost: z.number().int().min(0).max(1_000_000_000).optional(),
    /** The version that was read; a newer one on the server is a conflict. */
    version: z.number().int().min(1).optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ["to"],
    message: "expected a day on or after `from`",
  });
export type MeasureInput = z.infer<typeof measureInput>;

/** What everybody may read. */
export const publicMeasure = z.strictObject({
  id: z.uuid(),
  ...measureFields,
  light: measureLight.optional(),
  updatedOn: isoDay,
});
export type PublicMeasure = z.infer<typeof publicMeasure>;

/** What staff read. */
export const measure = z.strictObject({
  ...publicMeasure.shape,
  cost: z.number().int().optional(),
  version: z.number().int(),
  /** How it feels since, by those who had reported the area before: for those who may see reports as they come in. */
  answers: z
    .strictObject({ better: z.number().int(), same: z.number().int(), worse: z.number().int() })
    .optional(),
  /** Reports that it answers, for the same. */
  reports: z.number().int().optional(),
});
export type MeasureAnswers = NonNullable<z.infer<typeof measure>["answers"]>;
export type Measure = z.infer<typeof measure>;
