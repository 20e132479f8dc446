/** Days as people write them. */
import { byLocale } from "./by-locale.ts";
import { useLocale } from "./locale.ts";

/** Formats an ISO day, for example "23 november 2026". */
export function useDate(): (day: string) => string {
  const locale = useLocale();
  return (day) => formatOf(locale).format(Date.parse(`${day}T00:00:00Z`));
}

const formatOf = byLocale(
  (locale) =>
    new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
);
