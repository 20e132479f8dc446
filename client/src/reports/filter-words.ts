/** A filter over reports in words, one for each thing that is chosen. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { useTranslation } from "react-i18next";
import { useClockWords } from "../clock/clock-words.ts";
import { useNames } from "../place/town.tsx";
import { useDate } from "../ui/date.ts";
import { useBinWords } from "./when-words.ts";

export function useFilterWords(): (filter: ReportFilter) => string[] {
  const { t } = useTranslation();
  const date = useDate();
  const names = useNames();
  const binWords = useBinWords();
  const { months } = useClockWords();
  const named = (label: string, values: string[]) => `${label}: ${values.join(", ")}`;
  return (filter) =>
    [
      filter.feeling && t(`reports.feeling.${filter.feeling}`),
      filter.light && named(t("reports.filter.light"), [t(`reports.light.${filter.light}`)]),
      filter.from && named(t("reports.filter.from"), [date(filter.from)]),
      filter.to && named(t("reports.filter.to"), [date(filter.to)]),
      filter.months?.length &&
        named(
          t("reports.filter.months"),
          filter.months.map((month) => months[month - 1] ?? String(month)),
        ),
      filter.bins?.length && binWords(filter.bins),
      filter.reasons?.length && named(t("reports.filter.reasons"), filter.reasons.map(names.reason)),
      filter.areas?.length && named(t("exports.areas"), filter.areas.map(names.area)),
      filter.impact && named(t("reports.filter.impact"), [t(`reports.filter.atLeast.${filter.impact}`)]),
      filter.measures &&
        named(t("reports.filter.measures"), [t(`reports.filter.measure.${filter.measures}`)]),
    ].filter((word): word is string => typeof word === "string");
}
