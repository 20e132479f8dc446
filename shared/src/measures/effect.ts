/** Whether a measure helped: what was delivered and what came of it, side by side and never as one. */
import { z } from "zod";
import { frozenPlan, measurePlan, planChoice } from "./plan.ts";
import { measureLight, measureState } from "./schema.ts";
import { isoDay } from "../reports/filter.ts";

const count = z.number().int();
const beforeAfter = z.strictObject({ before: count, after: count });
const ratio = z.strictObject({ ratio: z.number(), low: z.number(), high: z.number(), p: z.number() });
/** Voices of one light: how they feel. */
const voices = z.strictObject({ unsafe: count, safe: count });
const monthName = z.string().regex(/^\d{4}-\d{2}$/);

export const verdicts = ["better", "worse", "cannotTell", "tooEarly", "notEstimable"] as const;
export type Verdict = (typeof verdicts)[number];

/** The reason of a verdict: a key, and what its sentence tells. */
export const verdictReason = z.discriminatedUnion("key", [
  z.strictObject({ key: z.literal("notDone") }),
  /** It is done, and nobody has said when. */
  z.strictObject({ key: z.literal("noDay") }),
  z.strictObject({ key: z.literal("fewMonths"), months: count, of: count }),
  z.strictObject({ key: z.literal("noControl") }),
  /** One of the four counts is nought. */
  z.strictObject({ key: z.literal("nought") }),
  /** Per cent fewer than expected, or more where it is below 0. */
  z.strictObject({ key: z.literal("chance"), fewer: count }),
  /** Fewer, and no more so than what was high by chance falls by itself. */
  z.strictObject({ key: z.literal("meanAgain"), fewer: count }),
  z.strictObject({ key: z.literal("fewer"), fewer: count }),
  z.strictObject({ key: z.literal("more"), more: count }),
]);
export type VerdictReason = z.infer<typeof verdictReason>;

/** `measures.effect`. */
export const measureEffect = z.strictObject({
  verdict: z.enum(verdicts),
  because: verdictReason,
  /** What was promised and done: nothing here says whether it helped. */
  delivery: z.strictObject({
    state: measureState,
    doneOn: isoDay.nullable(),
    /** The lowest lux that somebody has measured there, as measured. */
    measuredLux: z.number().nullable(),
    /** Lux below which a place counts as dark. */
    leastLux: z.number(),
    light: measureLight,
  }),
  /** As frozen last, or as it would be frozen today. */
  plan: measurePlan,
  /** The frozen ones, the latest first. */
  frozen: z.array(frozenPlan),
  /** What the rule proposes today. */
  proposed: planChoice,
  /** The months that are held against each other; none until one after it is over. */
  months: z.strictObject({ before: z.array(monthName), after: z.array(monthName) }),
  /** Voices that the plan counts, in each of its zones. */
  counts: z.strictObject({
    treated: beforeAfter,
    control: beforeAfter,
    buffer: beforeAfter,
    bufferControl: beforeAfter,
  }),
  /** Against the control; null is not estimable. */
  ratio: ratio.nullable(),
  /** How much more the months vary than chance lets them; null where they are too few to tell. */
  dispersion: z.number().nullable(),
  displacement: z.strictObject({
    /** Null where nothing was gained that could have moved. */
    quotient: z.number().nullable(),
    net: z.number().nullable(),
    /** Voices in a place as large as the treated one. */
    difference: z.strictObject({ estimate: z.number(), low: z.number(), high: z.number() }),
    /** The ratio says fewer where the difference says more, or the other way round. */
    disagrees: z.boolean(),
  }),
  /** Voices in the area itself, by light. */
  perception: z.strictObject({
    before: z.strictObject({ dark: voices, day: voices }),
    after: z.strictObject({ dark: voices, day: voices }),
  }),
  /** Unsafe in the dark against unsafe by day, the place its own control; null is not estimable. */
  daylight: ratio.nullable(),
  /** How many would have spoken again by the mean alone, and how much of a fall that is; null where no other area tells. */
  regression: z.strictObject({ expected: z.number(), artefact: z.number() }).nullable(),
  /** The smallest ratio that these counts could tell from none; null where one is nought. */
  smallest: z.number().nullable(),
});
export type MeasureEffect = z.infer<typeof measureEffect>;
