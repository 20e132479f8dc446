/** Says on every page that what is shown is invented, and which day it is there. */
import { useTranslation } from "react-i18next";
import { useNow, useTown } from "../place/town.tsx";
import { useDate } from "../ui/date.ts";
import css from "./demonstration-banner.module.css";

export function DemonstrationBanner() {
  const { demonstration, place } = useTown();
  const { t } = useTranslation();
  const now = useNow();
  const date = useDate();
  if (!demonstration) return null;
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: place.timeZone }).format(now());
  return (
    // A page that was kept for use without a network tells the day on which it was kept.
    <aside className={css.banner} aria-labelledby="demonstration" suppressHydrationWarning>
      <strong id="demonstration">{t("frame.demonstration.title")}</strong>{" "}
      {t("frame.demonstration.text", { date: date(today) })}
    </aside>
  );
}
