/**
 * How it will be told whether a measure helped, written down before anybody can know: what is counted, where, against
 * which places, over which months, and the smallest change that could then be seen. Frozen when the measure is decided.
 */
import { z } from "zod";
import { lightingClasses } from "../lighting/areas.ts";
import { slug } from "../place/schema.ts";
import { isoDay } from "../reports/filter.ts";
import { addDays, addMonths } from "../time/local.ts";
import { measureKind } from "./schema.ts";

/** Whole months after it is done that may be chosen between. */
export const planMonths = [2, 3, 6, 12] as const;
export const monthCount = z.union(planMonths.map((each) => z.literal(each)));
const usualMonths = 6;

const areaList = z.array(slug.max(60)).max(100);

const choice = {
  /** Like the place, without a measure and not beside it. */
  control: areaList.min(1),
  /** Round it, where what goes away from it would go. */
  buffer: areaList,
  /** Like those round it, without a measure. */
  bufferControl: areaList,
  months: monthCount,
};

/** What the planner chooses of a plan: each area once. */
export const planChoice = z.strictObject(choice).refine(
  ({ control, buffer, bufferControl }) => {
    const all = [...control, ...buffer, ...bufferControl];
    return new Set(all).size === all.length;
  },
  { path: ["control"], message: "expected each area in one of the lists, once" },
);
export type PlanChoice = z.infer<typeof planChoice>;

/** `measures.plan`: the choice for a measure; null as proposed. One that is decided gets a new plan, frozen today. */
export const planInput = z.strictObject({ id: z.uuid(), choice: planChoice.nullable() });
export type PlanInput = z.infer<typeof planInput>;

/** Voices of a time and its places. */
const zones = z.strictObject({
  treated: z.number().int(),
  control: z.number().int(),
  buffer: z.number().int(),
  bufferControl: z.number().int(),
});

export const measurePlan = z.strictObject({
  measure: z.strictObject({ id: z.uuid(), title: z.string(), kind: measureKind, area: slug }),
  /** The lighting class that is wanted there; null where it is about something else, or none is set. */
  wanted: z.enum(lightingClasses).nullable(),
  /** Voices that feel unsafe: in the dark where it is about light, else at any time. */
  outcome: z.strictObject({ feeling: z.literal("unsafe"), light: z.literal("dark").nullable() }),
  ...choice,
  control: areaList,
  /** Twelve whole months before it was decided or begun: each month after is held against the same one of these. */
  baseline: z.strictObject({ from: isoDay, to: isoDay }),
  /** Voices of the baseline. */
  counted: zones,
  /** The smallest ratio that would be seen with 80 % power if as many spoke afterwards; null where a count is nought. */
  smallest: z.number().nullable(),
});
export type MeasurePlan = z.infer<typeof measurePlan>;

/** A plan that is frozen: its very text, whose SHA-256 anybody can compute, and the day. */
export const frozenPlan = z.strictObject({
  frozenOn: isoDay,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  text: z.string(),
});
export type FrozenPlan = z.infer<typeof frozenPlan>;

export const usualChoice = (areas: Omit<PlanChoice, "months">): PlanChoice => ({
  ...areas,
  months: usualMonths,
});

/** The twelve whole months before the month of a day. */
export function baselineBefore(day: string): MeasurePlan["baseline"] {
  const end = `${day.slice(0, 7)}-01`;
  return { from: addMonths(end, -12), to: addDays(end, -1) };
}

/** Whole months after a day as `2026-11`, so many or as many as are over today. */
export function monthsAfter(day: string, count: number, today: string): string[] {
  const months = [];
  for (let ahead = 1; ahead <= count; ahead++) {
    const month = addMonths(`${day.slice(0, 7)}-01`, ahead);
    if (addMonths(month, 1) > today) break;
    months.push(month.slice(0, 7));
  }
  return months;
}

/** The month of a baseline that is the same of the year as each of some months. */
export function sameMonths({ from }: MeasurePlan["baseline"], months: readonly string[]): string[] {
  return months.map((month) => {
    const [year, number] = [Number(from.slice(0, 4)), month.slice(5)];
    return number >= from.slice(5, 7) ? `${year}-${number}` : `${year + 1}-${number}`;
  });
}
