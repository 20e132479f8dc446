/** Names of days, hours and months in the language that is shown. */
import { HOURS_PER_BIN } from "@trygg/shared/time/bins.ts";
import type { ClockSetting } from "@trygg/shared/time/clock.ts";
import { useTranslation } from "react-i18next";
import { byLocale } from "../ui/by-locale.ts";
import { useLocale } from "../ui/locale.ts";

export interface ClockWords {
  days: { long: string; short: string }[];
  months: string[];
  shortMonths: string[];
  /** "fredag kl. 23, november". */
  full(clock: ClockSetting): string;
}

/** The hours of a bin of the week, "21–24". */
export function hoursOfBin(bin: number): string {
  const from = (bin * HOURS_PER_BIN) % 24;
  return [from, from + HOURS_PER_BIN].map((hour) => String(hour).padStart(2, "0")).join("–");
}

export function useClockWords(): ClockWords {
  const { t } = useTranslation();
  const { days, months } = namesOf(useLocale());
  return {
    days,
    months,
    shortMonths: months.map((name) => name.slice(0, 3)),
    full: ({ hour, month }) =>
      t("clock.full", {
        day: days[Math.floor(hour / 24)]?.long ?? "",
        hour: String(hour % 24).padStart(2, "0"),
        month: months[month - 1] ?? "",
      }),
  };
}

const namesOf = byLocale((locale) => {
  const format = (options: Intl.DateTimeFormatOptions, ...date: [number, number, number]) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(Date.UTC(...date));
  // 5 January 1970 was a Monday.
  const days = Array.from({ length: 7 }, (_, day) => ({
    long: format({ weekday: "long" }, 1970, 0, 5 + day),
    short: format({ weekday: "short" }, 1970, 0, 5 + day).slice(0, 2),
  }));
  return {
    days,
    months: Array.from({ length: 12 }, (_, month) => format({ month: "long" }, 1970, month, 15)),
  };
});
