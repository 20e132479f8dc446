/** Filters that somebody of staff keeps under a name: what the fragment holds of filter and clock. */
import { z } from "zod";
import { typedText } from "../text.ts";
import { clockSetting } from "../time/clock.ts";
import { reportFilter } from "./filter.ts";
import { feelings } from "./terms.ts";

/** As many as one account keeps. */
export const MOST_SAVED = 50;

export const savedView = z.strictObject({
  /** Feelings are told apart unless both are asked for. */
  filter: reportFilter.extend({ feeling: z.enum([...feelings, "any"]).optional() }),
  /** Null is now. */
  clock: clockSetting.nullable(),
});
export type SavedView = z.infer<typeof savedView>;

/** `reports.saveFilter`: with an id, another name or view for that one. */
export const savedInput = z.strictObject({
  id: z.uuid().optional(),
  name: typedText(1, 60),
  view: savedView,
});
export type SavedInput = z.infer<typeof savedInput>;

export const savedFilter = z.strictObject({ id: z.uuid(), name: z.string(), view: savedView });
export type SavedFilter = z.infer<typeof savedFilter>;
