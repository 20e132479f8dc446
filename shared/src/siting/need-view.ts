/** How the need for light is looked at: its sum or one of its parts, and how the parts are weighed in the sum. */
import { z } from "zod";
import { needParts, needWeights, usualWeights } from "./schema.ts";

export const needShows = ["sum", ...needParts] as const;
export type NeedShows = (typeof needShows)[number];

export const needView = z.strictObject({ shows: z.enum(needShows), weights: needWeights });
export type NeedView = z.infer<typeof needView>;

export const usualNeedView: NeedView = { shows: "sum", weights: usualWeights };
