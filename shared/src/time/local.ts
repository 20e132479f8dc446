/**
 * Wall-clock time of the town. Instants are milliseconds since 1970 in UTC; what people mean by "Friday at 23" is
 * local, so hours of the week come from the time zone's own rules, summer time included.
 */
import { HOURS_PER_WEEK } from "./bins.ts";

export interface LocalTime {
  year: number;
  /** 1–12. */
  month: number;
  day: number;
  /** Monday 0 … Sunday 6. */
  weekday: number;
  hour: number;
  minute: number;
}

const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** What was asked last, because most that is asked is asked of now. */
let asked = { timeZone: "", minute: 0, local: undefined as LocalTime | undefined };

/** The wall clock at an instant. */
export function localTime(instant: number, timeZone: string): LocalTime {
  const minute = Math.floor(instant / MINUTE_MS);
  if (!asked.local || asked.minute !== minute || asked.timeZone !== timeZone)
    asked = { timeZone, minute, local: readClock(instant, timeZone) };
  return asked.local as LocalTime;
}

function readClock(instant: number, timeZone: string): LocalTime {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  return { year, month, day, weekday, hour, minute };
}

/** Hour of the week at an instant, 0–167 from Monday 00. */
export function hourOfWeek(instant: number, timeZone: string): number {
  const { weekday, hour } = localTime(instant, timeZone);
  return (weekday * 24 + hour) % HOURS_PER_WEEK;
}

/** The local calendar day of an instant as `2026-11-23`. */
export function localDate(instant: number, timeZone: string): string {
  const { year, month, day } = localTime(instant, timeZone);
  return isoDate(year, month, day);
}

/** `2026-11-23` from its parts; month and day may run over and are carried. */
export function isoDate(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/**
 * The instant at which the wall clock shows a local date and hour. In the hour that summer time skips, the instant
 * is the one an hour later; of the hour that winter time doubles, it is the first.
 */
export function instantOfLocal(date: string, hour: number, timeZone: string): number {
  const wanted = Date.parse(`${date}T00:00:00Z`) + hour * HOUR_MS;
  const shownAt = (instant: number) => {
    const local = localTime(instant, timeZone);
    return Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
  };
  const offsets = [-DAY_MS, DAY_MS].map((shift) => shownAt(wanted + shift) - (wanted + shift));
  const candidates = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
  return candidates.find((instant) => shownAt(instant) === wanted) ?? Math.max(...candidates);
}

/** Adds whole days to an ISO date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The same day of the month some months on, or back; the last of that month where it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const same = isoDate(year, month + months, day);
  const last = isoDate(year, month + months + 1, 0);
  return same < last ? same : last;
}
