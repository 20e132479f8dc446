/** A town's `lighting.json`: what its light is computed with, and what it costs to change. */
import { z } from "zod";
import { slug, words } from "../place/schema.ts";
import { lightingClasses } from "./areas.ts";

const hour = z.number().int().min(0).max(23);
const share = z.number().min(0).max(1);

/** What share of its light a lamp gives by the clock; in full where no step says otherwise. */
export const dimmingPlan = z.strictObject({
  id: slug.max(40),
  name: words,
  /** From an hour until another; past midnight where the first is the later. */
  steps: z
    .array(z.strictObject({ from: hour, to: hour, share }))
    .min(1)
    .max(12),
});
export type DimmingPlan = z.infer<typeof dimmingPlan>;

export const optionKinds = ["pole", "head", "flux", "dimming", "repair"] as const;

/** What can be done about the light at one place, and what it costs. */
export const lightingOption = z.strictObject({
  id: slug.max(40),
  /** A new pole; a new luminaire on a pole that stands; more flux; less dimming; a repair. */
  kind: z.enum(optionKinds),
  name: words,
  /** Swedish kronor, whole. */
  cost: z.number().int().min(0).max(10_000_000),
  /** Metres and lumen of what is put up; null where it stays as it is. */
  height: z.number().min(0.5).max(60).nullable(),
  flux: z.number().int().min(10).max(500_000).nullable(),
  luminaire: z.string().max(60).nullable(),
});
export type LightingOption = z.infer<typeof lightingOption>;

const onceEach = [
  (things: readonly { id: string }[]) => new Set(things.map(({ id }) => id)).size === things.length,
  { error: "expected each id once", params: { wrong: "twice" } },
] as const;

export const lightingFile = z.strictObject({
  note: z.string(),
  /** The share of its light that a luminaire still gives when it is due for cleaning. */
  maintenance: z.number().min(0.3).max(1),
  /** Lux, horizontal: below this a place counts as dark. */
  leastLux: z.number().min(0.1).max(50),
  /** What a lamp is taken to be of which nobody has told: metres, lumen. */
  usual: z.strictObject({
    height: z.number().min(0.5).max(60),
    flux: z.number().int().min(10).max(500_000),
  }),
  /** The stand-in for luminaires without a file: how far it throws, along the road, and towards the street. */
  standIn: z.strictObject({
    q: z.number().min(0).max(30),
    a: z.number().min(0).max(0.95),
    b: z.number().min(0).max(0.95),
  }),
  dimming: z
    .array(dimmingPlan)
    .max(20)
    .refine(...onceEach),
  /** The lighting class that is wanted in each release area; an imported plan of classes stands above it. */
  classes: z.record(slug, z.enum(lightingClasses)),
  options: z
    .array(lightingOption)
    .max(40)
    .refine(...onceEach),
});
export type LightingFile = z.infer<typeof lightingFile>;
