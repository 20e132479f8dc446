/** `lighting.need` and `lighting.suggest`: what is asked, and what is answered. */
import { z } from "zod";
import { lightingClasses } from "../lighting/areas.ts";
import { optionKinds } from "../lighting/town.ts";
import { position } from "../place/position.ts";
import { slug, words } from "../place/schema.ts";
import { reportFilter } from "../reports/filter.ts";

/** What makes up the need for light: voices in the dark, darkness, and ways to stops. */
export const needParts = ["voices", "dark", "ways"] as const;
export type NeedPart = (typeof needParts)[number];

/** How often a part is counted: not at all, once, or more. */
const weight = z.number().int().min(0).max(3);
export const needWeights = z.strictObject({ voices: weight, dark: weight, ways: weight });
export type NeedWeights = z.infer<typeof needWeights>;
export const usualWeights: NeedWeights = { voices: 2, dark: 1, ways: 1 };

const share = z.number().min(0).max(1);
const lux = z.number().min(0);
const instant = z.iso.datetime({ offset: true });

/** On foot to the nearest stop, whole metres; null where none is within reach. */
const way = z.strictObject({ to: z.string(), metres: z.number().int() }).nullable();

export const needInput = reportFilter.extend({
  /** For how far lamps are dimmed; without it, or by day, nothing is dimmed. */
  hour: instant.optional(),
});
export type NeedInput = z.infer<typeof needInput>;

/** A 62.5 m square with streets in it. Voices are a share of the most in any square, darkness of the wanted light. */
export const needSquare = z.strictObject({
  square: z.string(),
  area: slug,
  parts: z.strictObject({ voices: share, dark: share, ways: share }),
  /** Voices that feel unsafe there in the dark, drawn towards the mean of all squares. */
  smoothed: z.number().min(0),
  voices: z.number().int(),
  /** The least light along its streets, and what is wanted at least, lux. */
  lowest: lux,
  wanted: lux,
  class: z.enum(lightingClasses).nullable(),
  way,
});
export type NeedSquare = z.infer<typeof needSquare>;

/** Of a square as the planner weighs it, 0–1. */
export function scoreOf({ parts }: Pick<NeedSquare, "parts">, weights: NeedWeights): number {
  const all = needParts.reduce((sum, part) => sum + weights[part], 0);
  return all === 0 ? 0 : needParts.reduce((sum, part) => sum + weights[part] * parts[part], 0) / all;
}

/** A lamp that stands, or a place where a new one may. */
export const site = z.strictObject({ at: position, lamp: z.string().max(60).nullable() });
export type Site = z.infer<typeof site>;

const siteInput = site.extend({ lamp: site.shape.lamp.optional() });

export const suggestBudget = z.union([
  z.strictObject({ kronor: z.number().int().min(0).max(100_000_000) }),
  z.strictObject({ count: z.number().int().min(0).max(200) }),
]);
export type SuggestBudget = z.infer<typeof suggestBudget>;

export const suggestInput = z.strictObject({
  budget: suggestBudget,
  /** Only sites there; without it all of the centre. */
  area: slug.max(60).optional(),
  /** What is done whatever it gives, and paid first. */
  pinned: z
    .array(siteInput.extend({ option: slug.max(40) }))
    .max(50)
    .optional(),
  /** Where nothing is done. */
  excluded: z.array(siteInput).max(200).optional(),
  hour: instant.optional(),
  weights: needWeights.optional(),
  /** Whether to tell how often each site stays when what nobody has measured is varied. */
  stability: z.boolean().optional(),
  /** Names the work, so that its progress can be asked for. */
  run: z.uuid().optional(),
});
export type SuggestInput = z.infer<typeof suggestInput>;

/** Means, the least, and the share of points below what counts as dark. */
const lightFigures = z.strictObject({ mean: lux, lowest: lux, dark: share });
export type LightFigures = z.infer<typeof lightFigures>;

export const chosenSite = site.extend({
  option: slug,
  /** Of the option. */
  name: words,
  /** Kronor. */
  cost: z.number().int(),
  /** In Swedish. */
  because: z.string(),
  kind: z.enum(optionKinds),
  area: slug.nullable(),
  /** Voices that feel unsafe in the dark, within `VOICES_NEAR` metres. */
  voices: z.number().int(),
  way,
  /** The least light near it, before and after all that is chosen. */
  lowest: lux,
  after: lux,
  class: z.enum(lightingClasses).nullable(),
  pinned: z.boolean(),
  /** Another would have given as much. */
  tied: z.boolean(),
  /** Of the runs with other values for what nobody has measured, those in which it is chosen too. */
  stays: share.nullable(),
});
export type ChosenSite = z.infer<typeof chosenSite>;

export const suggestion = z.strictObject({
  chosen: z.array(chosenSite),
  /** Kronor in all. */
  cost: z.number().int(),
  /** At least this share of the best possible is certain. */
  share,
  /** It is the best possible. */
  exact: z.boolean(),
  /** What is gained, and what can be gained at most: lux up to what is wanted × weight. */
  value: z.number(),
  bound: z.number(),
  /** Options that were looked at, and points along the streets that they are judged by. */
  candidates: z.number().int(),
  points: z.number().int(),
  /** Along the streets within `LIGHT_NEAR` metres of what is chosen. */
  light: z.strictObject({ before: lightFigures, after: lightFigures }),
  /** Runs behind `stays`; 0 where they were not asked for. */
  runs: z.number().int(),
  /** Whether it rests on counts of how many pass. */
  footfall: z.boolean(),
});
export type Suggestion = z.infer<typeof suggestion>;

/** Metres within which voices are told of beside a site, and within which light is. */
export const VOICES_NEAR = 40;
export const LIGHT_NEAR = 20;

export const suggestStages = ["waiting", "choosing", "proving", "varying"] as const;
export const suggestProgress = z.strictObject({ stage: z.enum(suggestStages), done: share }).nullable();
export type SuggestProgress = NonNullable<z.infer<typeof suggestProgress>>;
