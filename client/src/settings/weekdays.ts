/** The days of the week as they are written in the language that is shown, Monday first. */
import { useLocale } from "../ui/locale.ts";

/** A Monday, at noon. */
const MONDAY = Date.UTC(2026, 10, 23, 12);
const DAY_MS = 86_400_000;

export function useWeekdays(): string[] {
  const format = new Intl.DateTimeFormat(useLocale(), { weekday: "long", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, index) => format.format(MONDAY + index * DAY_MS));
}
