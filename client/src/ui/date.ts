/** Days as people write them. */
import { useLocale } from "./locale.ts";

/** Formats an ISO day, for example "23 november 2026". */
export function useDate(): (day: string) => string {
  const locale = useLocale();
  return (day) => formatOf(locale).format(Date.parse(`${day}T00:00:00Z`));
}

// To make one takes longer than to use it for all the rows of a list.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string): Intl.DateTimeFormat {
  const known = formats.get(locale);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  formats.set(locale, made);
  return made;
}
