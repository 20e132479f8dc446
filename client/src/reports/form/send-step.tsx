/** Step three: what will be sent, in words, and what happens with it. */
import { type ReportDraft, lightOf, reasonsOf } from "@trygg/shared/reports/draft.ts";
import { useTranslation } from "react-i18next";
import { useNames, useTown } from "../../place/town.tsx";
import { AboutSender } from "./about-sender.tsx";
import { NoScript } from "../../ui/no-script.tsx";
import css from "./report-form.module.css";
import { UnlikelyLight } from "./unlikely-light.tsx";
import { WhatHappens } from "./what-happens.tsx";
import { usePlaceWords } from "./where-step.tsx";

interface Props {
  draft: ReportDraft;
  onDraft(change: Partial<ReportDraft>): void;
}

export function SendStep({ draft, onDraft }: Props) {
  const { t } = useTranslation();
  const { reasons } = useTown();
  const names = useNames();
  const where = usePlaceWords(draft);
  const when =
    draft.when.length > 0
      ? draft.when.map((choice) => t(`form.when.${choice}`)).join(", ")
      : t("form.summary.always");
  const light = lightOf(draft);
  const rows = [
    [t("form.summary.where"), where ?? ""],
    [
      t("form.summary.what"),
      `${draft.feeling ? t(`form.feeling.${draft.feeling}`) : ""}: ${reasonsOf(draft, { reasons }).map(names.reason).join(", ")}`,
    ],
    [t("form.summary.when"), `${when} · ${light ? t(`form.light.${light}`) : ""}`],
    ...(draft.impact === null ? [] : [[t("form.summary.impact"), t(`form.impact.${draft.impact}`)]]),
  ];
  return (
    <div className={css.group}>
      <h3>{t("form.check")}</h3>
      <dl className={css.summary}>
        {rows.map(([term, words]) => (
          <div key={term} className={css.pair}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <UnlikelyLight draft={draft} />
      {draft.replaces === "" ? <AboutSender draft={draft} onDraft={onDraft} /> : null}
      <NoScript>
        <p>{t("form.waits")}</p>
      </NoScript>
      <div className={css.note}>
        <h3>{t("form.happens.title")}</h3>
        <WhatHappens />
      </div>
    </div>
  );
}
