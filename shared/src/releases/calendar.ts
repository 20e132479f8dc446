/** A town's `releases.json`: when figures become public, and under which licence. */
import { z } from "zod";
import { addDays, isoDate } from "../time/local.ts";
import { mondayOf } from "../time/week.ts";
import type { ReleaseKind } from "./schema.ts";

export const licences = {
  "CC-BY-4.0": {
    title: "Creative Commons Attribution 4.0",
    url: "https://creativecommons.org/licenses/by/4.0/",
  },
  "CC0-1.0": {
    title: "Creative Commons Zero 1.0",
    url: "https://creativecommons.org/publicdomain/zero/1.0/",
  },
} as const;
export const licenceId = z.enum(["CC-BY-4.0", "CC0-1.0"]);
export type LicenceId = z.infer<typeof licenceId>;

export const releasesFile = z.strictObject({
  note: z.string(),
  /** Reports are released once a month, on this day or later. */
  reports: z.strictObject({ dayOfMonth: z.number().int().min(1).max(28) }),
  /** Presence is released once a week, on this day (Monday 1 … Sunday 7) or later. */
  presence: z.strictObject({ weekday: z.number().int().min(1).max(7) }),
  licence: licenceId,
});
export type ReleaseCalendar = z.infer<typeof releasesFile>;

/**
 * The day from which the next release may be made. A month or a week is released once, so that nobody can compare two
 * releases that lie closer together than the rule expects; one that was missed is due at once.
 * `upToDate`: whether the latest release covers the period that one of today would cover.
 */
export function dueOn(
  kind: ReleaseKind,
  { reports, presence }: ReleaseCalendar,
  today: string,
  upToDate: boolean,
): string {
  const ahead = upToDate ? 1 : 0;
  if (kind === "presence") return addDays(mondayOf(today), 7 * ahead + presence.weekday - 1);
  const [year, month] = today.split("-").map(Number) as [number, number];
  return isoDate(year, month + ahead, reports.dayOfMonth);
}
