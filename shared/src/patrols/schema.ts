/** Presence: where police, guards, field team and night walkers have been. Never who, never a plan, never live. */
import { z } from "zod";
import { slug } from "../place/schema.ts";

export const patrolKinds = ["foot", "traffic", "guard", "outreach", "youth", "nightwalk", "other"] as const;
export const patrolKind = z.enum(patrolKinds);
export type PatrolKind = z.infer<typeof patrolKind>;

export const partyIds = ["police", "municipality", "guards", "association", "business"] as const;
export const party = z.enum(partyIds);
export type Party = z.infer<typeof party>;

const instant = z.iso.datetime({ offset: true });
const lngLatPair = z.tuple([z.number(), z.number()]);

/** A shift longer than a day is a mistake in a date. */
export const LONGEST_PATROL_HOURS = 24;

/** Presence is told of this year and the last: what is older is a mistake in a date, for nothing asks for it. */
export const earliestPatrolDay = (today: string): string => `${Number(today.slice(0, 4)) - 1}-01-01`;

const polygon = z.strictObject({
  type: z.literal("Polygon"),
  coordinates: z.array(z.array(lngLatPair).min(4).max(500)).min(1).max(10),
});
const line = z.strictObject({
  type: z.literal("LineString"),
  coordinates: z.array(lngLatPair).min(2).max(5000),
  /** When each point was passed, for a recorded track; without it the walk is taken as even. */
  times: z.array(instant).max(5000).optional(),
});
export const patrolWhere = z.union([z.strictObject({ area: slug.max(60) }), polygon, line]);
export type PatrolWhere = z.infer<typeof patrolWhere>;

/** `patrols.log`. */
export const patrolInput = z.strictObject({
  clientKey: z.uuid(),
  kind: patrolKind,
  from: instant,
  to: instant,
  where: patrolWhere,
  parties: z
    .array(party)
    .min(1)
    .refine((ids) => new Set(ids).size === ids.length, "expected each party once"),
});
export type PatrolInput = z.infer<typeof patrolInput>;

/**
 * Why a presence is evidence for no commitment: too short or outside the centre, in a year without a promise, named
 * for somebody who has yet to confirm it, or of a kind that nothing is promised about.
 */
export const uncounted = z.enum(["tooShort", "noPromise", "awaiting", "notPromised"]);
export type Uncounted = z.infer<typeof uncounted>;
