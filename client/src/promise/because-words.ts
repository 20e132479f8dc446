/** The reason of a status as a sentence in the language that is shown. */
import type { Because } from "@trygg/shared/promise/because.ts";
import type { TFunction } from "i18next";

export function becauseWords(t: TFunction, { key, values }: Because): string {
  const locale = t("language.dates");
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const told = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "number" ? number.format(value) : day.format(Date.parse(`${value}T00:00:00Z`)),
  ]);
  const replace = Object.fromEntries(told);
  if (key === "monthsMissed") return t("promise.because.monthsMissed", { count: values.missed, replace });
  return t(`promise.because.${key}`, { replace });
}
