/** What is asked of reports about where they gather. */
import { z } from "zod";
import { reportFilter } from "./filter.ts";

/** Fewer voices say nothing of where they gather. */
export const LEAST_VOICES = 30;

/** How far along the streets a report counts, in metres: two, so that nobody takes the picture of one for the truth. */
export const bandwidths = [75, 150] as const;
export const bandwidth = z.literal(bandwidths);
export type Bandwidth = (typeof bandwidths)[number];

export const densityInput = z.strictObject({ filter: reportFilter.optional(), bandwidth });
