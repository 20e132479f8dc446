/**
 * How long each hour of the week really lasted in a period: what happens "on Sundays at 02" is divided by the minutes
 * there were, of which the night that begins summer time has none and the one that ends it twice as many.
 */
import { HOURS_PER_WEEK } from "./bins.ts";
import { DAY_MS, HOUR_MS, addDays, daysBetween, hourOfWeek, instantOfLocal } from "./local.ts";

const QUARTER_MS = HOUR_MS / 4;

/** Minutes of each hour of the week, 0–167 from Monday 00, over local days, both included. */
export function exposureMinutes(from: string, to: string, timeZone: string): number[] {
  const minutes = Array.from({ length: HOURS_PER_WEEK }, () => 0);
  const add = (hour: number, more: number) => (minutes[hour] = (minutes[hour] ?? 0) + more);
  const days = daysBetween(from, to) + 1;
  for (let day = 0; day < days; day++) {
    const date = addDays(from, day);
    const [start, end] = [date, addDays(date, 1)].map((each) => instantOfLocal(each, 0, timeZone)) as [
      number,
      number,
    ];
    if (end - start === DAY_MS) {
      const first = hourOfWeek(start, timeZone);
      for (let hour = 0; hour < 24; hour++) add(first + hour, 60);
    } else {
      // In quarters: there are towns whose summer time is half an hour.
      for (let instant = start; instant < end; instant += QUARTER_MS) add(hourOfWeek(instant, timeZone), 15);
    }
  }
  return minutes;
}
