/** Days as people write them. */
import { useTranslation } from "react-i18next";

/** Formats an ISO day, for example "23 november 2026". */
export function useDate(): (day: string) => string {
  const { i18n } = useTranslation();
  const locale = i18n.language === "sv" ? "sv-SE" : "en-GB";
  return (day) =>
    new Intl.DateTimeFormat(locale, {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    }).format(Date.parse(`${day}T00:00:00Z`));
}
