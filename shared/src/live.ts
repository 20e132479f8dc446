/** Live events for staff: what kind of thing changed, and how many times it has. Never rows, ids or points. */
import { z } from "zod";

export const topics = [
  "reports",
  "patrols",
  "measures",
  "lighting",
  "place",
  "settings",
  "promise",
  "releases",
  "accounts",
  "exports",
] as const;
export const topic = z.enum(topics);
export type Topic = z.infer<typeof topic>;

export const liveEvent = z.strictObject({ topic, version: z.number().int() });
export type LiveEvent = z.infer<typeof liveEvent>;
