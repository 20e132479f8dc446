/** A report in one line of a list: what, why, when, and what is noted beside it. */
import type { ReportRow } from "@trygg/shared/reports/marks.ts";
import { Check, Copy, Link2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNames } from "../../place/town.tsx";
import { Badge } from "../../ui/badge.tsx";
import { useDate } from "../../ui/date.ts";
import { useBinWords } from "../when-words.ts";
import css from "./single.module.css";

export function ReportWords({ report }: { report: ReportRow }) {
  const { t } = useTranslation();
  const names = useNames();
  const date = useDate();
  const bins = useBinWords();
  const { area, feeling, reasons, when, light, receivedOn } = report;
  return (
    <>
      <span className={css.name}>{names.area(area)}</span>
      <span className={css.badges}>
        <Marks report={report} />
        <Badge tone={feeling === "unsafe" ? "missed" : "kept"}>{t(`reports.feeling.${feeling}`)}</Badge>
      </span>
      <span className={css.line}>{reasons.map(names.reason).join(", ")}</span>
      <span className={css.line}>
        {date(receivedOn)} · {t(`reports.light.${light}`)} · {bins(when)}
      </span>
    </>
  );
}

function Marks({ report: { seenOn, duplicateOf, linked } }: { report: ReportRow }) {
  const { t } = useTranslation();
  const marks = [
    { Icon: Check, label: t("cases.mark.seen"), on: seenOn !== undefined },
    { Icon: Copy, label: t("cases.mark.same"), on: duplicateOf !== undefined },
    { Icon: Link2, label: t("cases.mark.linked"), on: linked !== undefined },
  ];
  return marks
    .filter(({ on }) => on)
    .map(({ Icon, label }) => (
      <span key={label} className={css.mark} title={label}>
        <Icon aria-hidden="true" />
        <span className="visually-hidden">{label}</span>
      </span>
    ));
}
