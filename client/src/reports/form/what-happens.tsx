/**
 * What happens with a report, in at most eighty words. Each point is a promise: `server/src/reports/what-happens.test.ts` holds all
 * of them.
 */
import { useTranslation } from "react-i18next";
import { useTown } from "../../place/town.tsx";
import css from "./report-form.module.css";

const points = ["kept", "place", "seen", "police", "shown", "code", "ends"] as const;

export function WhatHappens() {
  const { t } = useTranslation();
  const months = useTown().retention.reports;
  return (
    <ul className={css.points}>
      {points.map((point) => (
        <li key={point}>{t(`form.happens.points.${point}`, { months })}</li>
      ))}
    </ul>
  );
}
