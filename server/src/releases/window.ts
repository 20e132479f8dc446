/** Which days a release covers. */
import type { ReleaseKind } from "@trygg/shared/releases/schema.ts";
import { addDays, isoDate, localDate } from "@trygg/shared/time/local.ts";
import { isoWeek, mondayOf } from "@trygg/shared/time/week.ts";
import type { Services } from "../context.ts";

export interface ReleaseWindow {
  from: string;
  to: string;
}

/** The days that a release covers when it is made now. */
export function windowOf({ now, town }: Pick<Services, "now" | "town">, kind: ReleaseKind): ReleaseWindow {
  const today = localDate(now(), town.place.timeZone);
  return kind === "reports" ? reportsWindow(today) : presenceWindow(today);
}

const MONTHS = 12;
const WEEKS = 12;
/** Presence is told this long after the week it belongs to has ended. */
const DELAY_DAYS = 7;

/** The last twelve whole months before a day. */
export function reportsWindow(today: string): ReleaseWindow {
  const [year, month] = today.split("-").map(Number) as [number, number];
  return { from: isoDate(year, month - MONTHS, 1), to: isoDate(year, month, 0) };
}

/** A monthly window and those of the months before it, oldest first. */
export function monthsBefore({ to }: ReleaseWindow, count: number): ReleaseWindow[] {
  const [year, month] = to.split("-").map(Number) as [number, number];
  return Array.from({ length: count }, (_, index) =>
    reportsWindow(isoDate(year, month + 2 - count + index, 1)),
  );
}

/** The last twelve weeks that ended at least a week before a day. */
export function presenceWindow(today: string): ReleaseWindow {
  const to = addDays(mondayOf(addDays(today, -DELAY_DAYS)), -1);
  return { from: addDays(to, 1 - WEEKS * 7), to };
}

/** The weeks of a window, latest first. */
export function weeksOf({ from, to }: ReleaseWindow): string[] {
  const weeks = [];
  for (let monday = mondayOf(to); monday >= from; monday = addDays(monday, -7)) weeks.push(isoWeek(monday));
  return weeks;
}
