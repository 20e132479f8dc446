/** Asks once more where the chosen light seldom goes with the chosen times; either may be meant, so nothing is refused. */
import { type ReportDraft, isUnlikelyLight } from "@trygg/shared/reports/draft.ts";
import { useTranslation } from "react-i18next";
import css from "./report-form.module.css";

export function UnlikelyLight({ draft }: { draft: ReportDraft }) {
  const { t } = useTranslation();
  const { when, light } = draft;
  if (!light || !isUnlikelyLight(draft)) return null;
  const times = when.map((choice) => t(`form.when.${choice}`)).join(", ");
  return (
    <p className={css.note} role="status">
      {t("form.light.unlikely", { when: times, light: t(`form.light.${light}`) })}
    </p>
  );
}
