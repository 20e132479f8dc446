/**
 * The one clock over the map: an hour of the week in a month, "fredag 23, november". It is a repeating hour, not a
 * date; where the sun or the calendar must answer, the week around the middle of that month stands for it.
 */
import { z } from "zod";
import type { LngLat } from "../geo/sweref.ts";
import { addDays, instantOfLocal, isoDate, localTime } from "./local.ts";
import { type Daylight, daylight } from "./sun.ts";

export const clockSetting = z.strictObject({
  /** Hour of the week, 0–167 from Monday 00. */
  hour: z.number().int().min(0).max(167),
  /** 1–12. */
  month: z.number().int().min(1).max(12),
});
export type ClockSetting = z.infer<typeof clockSetting>;

/** The clock set to an instant. */
export function clockAt(instant: number, timeZone: string): ClockSetting {
  const { weekday, hour, month } = localTime(instant, timeZone);
  return { hour: weekday * 24 + hour, month };
}

/** The middle of the set hour, on the day of that week which lies nearest the fifteenth of the month. */
export function clockInstant(clock: ClockSetting, year: number, timeZone: string): number {
  const middle = isoDate(year, clock.month, 15);
  const weekday = (new Date(`${middle}T00:00:00Z`).getUTCDay() + 6) % 7;
  const ahead = (Math.floor(clock.hour / 24) - weekday + 7) % 7;
  const date = addDays(middle, ahead > 3 ? ahead - 7 : ahead);
  return instantOfLocal(date, clock.hour % 24, timeZone) + 30 * 60_000;
}

/** How light it is outdoors at the set hour. */
export function clockDaylight(
  clock: ClockSetting,
  year: number,
  place: { timeZone: string; centre: LngLat },
): Daylight {
  return daylight(clockInstant(clock, year, place.timeZone), place.centre);
}

/** Hours that people ask for by name. */
export const clockPresets = {
  /** Wednesday 20, between work and bed. */
  weekdayEvening: 2 * 24 + 20,
  /** Friday 23, when the town is out. */
  weekendNight: 4 * 24 + 23,
} as const;
export type ClockPreset = keyof typeof clockPresets;
