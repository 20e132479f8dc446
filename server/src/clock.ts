/**
 * The one clock. Everything that asks for the time is given this; the demonstration's runs on its own date, which
 * begins on the day its story ends and then goes on, the time of day being the real one.
 */
import { DAY_MS, daysBetween, localDate } from "@trygg/shared/time/local.ts";

/** The present instant in milliseconds. */
export type Clock = () => number;

export const realClock: Clock = () => Date.now();

/** A clock whole days away from the real one. */
export function shiftedClock(days: number): Clock {
  return () => Date.now() + days * DAY_MS;
}

/** Whole days from the present day to `date`. */
export function daysUntil(date: string, timeZone: string): number {
  return daysBetween(localDate(Date.now(), timeZone), date);
}
