/** Instants as people write them, in the town's time. */
import { useLocale } from "./locale.ts";

/** Formats an ISO instant, for example "23 nov. 2026 12:05". */
export function useInstant(timeZone: string): (instant: string) => string {
  const locale = useLocale();
  return (instant) =>
    new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium", timeStyle: "short" }).format(
      Date.parse(instant),
    );
}
