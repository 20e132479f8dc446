/** How dates and numbers are written in the language that is shown. */
import { useTranslation } from "react-i18next";

export function useLocale(): "sv-SE" | "en-GB" {
  const { i18n } = useTranslation();
  return i18n.language === "sv" ? "sv-SE" : "en-GB";
}

/** Writes a number with at most one decimal. */
export function useNumber(): (value: number) => string {
  const locale = useLocale();
  return (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}
