/** `demonstration/story.json` of a town: the written story that the demonstration's rows follow. */
import { evidenceInput } from "@trygg/shared/promise/published.ts";
import { lampOwner } from "@trygg/shared/lighting/schema.ts";
import { monthCount } from "@trygg/shared/measures/plan.ts";
import { measureInput } from "@trygg/shared/measures/schema.ts";
import { party, patrolKind } from "@trygg/shared/patrols/schema.ts";
import { slug } from "@trygg/shared/place/schema.ts";
import { role } from "@trygg/shared/accounts/schema.ts";
import { isoDay } from "@trygg/shared/reports/filter.ts";
import { bin, feeling, light } from "@trygg/shared/reports/schema.ts";
import { z } from "zod";

/** How likely each choice is, against the others. */
const weights = z.record(z.string(), z.number().positive());
const note = z.string().optional();
const range = z.tuple([z.number(), z.number()]);

/** People who feel the same about one spot. */
const spot = z.strictObject({
  note,
  place: slug,
  /** Metres: how far from the place their pins lie. */
  spread: z.number().positive(),
  feeling,
  /** Devices over the whole period. */
  voices: z.number().int().positive(),
  light,
  /** Names of choices in `when`. */
  when: z.array(z.string()).min(1),
  reasons: weights,
  /** Weights of impact 0 to 3. */
  impact: z.array(z.number()).length(4),
  /** Weights of January to December. */
  months: z.array(z.number()).length(12),
  since: isoDay.optional(),
  until: isoDay.optional(),
});
export type Spot = z.infer<typeof spot>;

/** Presence that comes again and again, or on given dates. */
const rhythm = z.strictObject({
  note,
  kind: patrolKind,
  parties: z.array(party).min(1),
  role,
  count: z.number().int().positive().optional(),
  months: z.array(z.number().int().min(1).max(12)).optional(),
  /** Gives every month its share instead of drawing months freely. */
  everyMonth: z.boolean().optional(),
  weekdays: z.array(z.number().int().min(0).max(6)).optional(),
  dates: z.array(isoDay).optional(),
  hours: z.array(z.number().int().min(0).max(23)).min(1),
  minutes: range,
  walks: weights.optional(),
  areas: weights.optional(),
});
export type Rhythm = z.infer<typeof rhythm>;

/** A row of lamps along a street, or single ones round a place. */
const lampRow = z.strictObject({
  note,
  street: slug.optional(),
  /** Metres between lamps. */
  spacing: z.number().positive().optional(),
  at: z.array(slug).optional(),
  /** Metres across and along the grid of streets. */
  offsets: z.array(range).optional(),
  height: z.number(),
  flux: z.number().int(),
  owner: lampOwner,
  /** Which lamps of the row are broken, counted from 1. */
  broken: z.array(z.number().int().positive()).optional(),
  brokenSince: isoDay.optional(),
});
export type LampRow = z.infer<typeof lampRow>;

export const storyFile = z.strictObject({
  note: z.string(),
  seed: z.number().int(),
  /** The day on which the demonstration stands when it is loaded. */
  begins: isoDay,
  reportsSince: isoDay,
  /** Until this day fewer reported, by this share. */
  quietUntil: isoDay,
  quietShare: z.number().min(0).max(1),
  when: z.record(z.string(), z.array(bin)),
  spots: z.array(spot),
  walks: z.record(z.string(), z.array(slug).min(2)),
  patrols: z.array(rhythm),
  lamps: z.array(lampRow),
  measures: z.array(measureInput),
  /** Months over which it is told whether they helped. */
  planMonths: monthCount,
  dialogues: z.strictObject({
    counts: z.record(z.string(), z.number().int()),
    areas: weights,
    themes: weights,
    people: range,
  }),
  evidence: z.array(evidenceInput),
});
export type Story = z.infer<typeof storyFile>;
