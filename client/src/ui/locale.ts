/** How dates and numbers are written in the language that is shown. */
import { useTranslation } from "react-i18next";
import { byLocale } from "./by-locale.ts";

/** A tag for `Intl`. */
export function useLocale(): string {
  const { t } = useTranslation();
  return t("language.dates");
}

/** Writes a number with at most one decimal. */
export function useNumber(): (value: number) => string {
  const locale = useLocale();
  return (value) => numbersOf(locale).format(value);
}

const numbersOf = byLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
