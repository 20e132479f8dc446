/** Chooses which reports the desk shows: feeling, darkness, period, reasons, impact, measures, months and areas. */
import type { Impact } from "@trygg/shared/reports/terms.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { useTranslation } from "react-i18next";
import { useClockWords } from "../clock/clock-words.ts";
import { changeView, useView } from "../map/use-view.ts";
import { useNames, useNow, useTown } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import { ChooseMany, ChooseOne } from "../ui/choice.tsx";
import { TextField } from "../ui/field.tsx";
import css from "./report-panel.module.css";
import { USUAL_FEELING, endsFirst } from "./use-report-filter.ts";

export function FilterPanel() {
  const { t } = useTranslation();
  const { reasons, areas, place } = useTown();
  const { shortMonths } = useClockWords();
  const today = localDate(useNow()(), place.timeZone);
  const names = useNames();
  const { filter } = useView();
  const change = (part: Partial<typeof filter>) => {
    const next = Object.entries({ ...filter, ...part }).filter(
      ([, value]) => value !== undefined && value !== "",
    );
    changeView({ filter: Object.fromEntries(next), selected: null });
  };
  const feeling = filter.feeling ?? USUAL_FEELING;
  const count = Object.keys(filter).length;
  return (
    <details className={css.filter}>
      <summary>
        {t("reports.filter.title")} {count > 0 ? t("reports.filter.count", { count }) : ""}
      </summary>
      <div className={css.fields}>
        <ChooseOne
          look="segments"
          legend={t("reports.filter.feeling")}
          value={feeling}
          options={(["unsafe", "safe", "any"] as const).map((value) => ({
            value,
            label: t(`reports.feeling.${value}`),
          }))}
          onChange={(value) =>
            change({ feeling: value === USUAL_FEELING ? undefined : value, reasons: undefined })
          }
        />
        <ChooseOne
          look="segments"
          legend={t("reports.filter.light")}
          value={filter.light ?? "any"}
          options={(["any", "dark", "light"] as const).map((value) => ({
            value,
            label: t(`reports.light.${value}`),
          }))}
          onChange={(value) => change({ light: value === "any" ? undefined : value })}
        />
        <div className={css.period}>
          <TextField
            label={t("reports.filter.from")}
            type="date"
            value={filter.from ?? ""}
            max={filter.to ?? today}
            onChange={(event) => change({ from: event.target.value || undefined })}
          />
          <TextField
            label={t("reports.filter.to")}
            type="date"
            value={filter.to ?? ""}
            min={filter.from}
            max={today}
            error={endsFirst(filter) ? t("reports.filter.order") : undefined}
            onChange={(event) => change({ to: event.target.value || undefined })}
          />
        </div>
        <ChooseMany
          legend={t("reports.filter.reasons")}
          values={filter.reasons ?? []}
          options={reasons
            .filter((reason) => feeling === "any" || reason.feeling === feeling)
            .map(({ id }) => ({ value: id, label: names.reason(id) }))}
          onChange={(values) => change({ reasons: values.length > 0 ? values : undefined })}
        />
        <ChooseOne
          look="segments"
          legend={t("reports.filter.impact")}
          value={String(filter.impact ?? 0)}
          options={(["0", "1", "2", "3"] as const).map((value) => ({
            value,
            label: t(`reports.filter.atLeast.${value}`),
          }))}
          onChange={(value) => change({ impact: value === "0" ? undefined : (Number(value) as Impact) })}
        />
        <ChooseOne
          look="segments"
          legend={t("reports.filter.measures")}
          value={filter.measures ?? "any"}
          options={(["any", "with", "without"] as const).map((value) => ({
            value,
            label: t(`reports.filter.measure.${value}`),
          }))}
          onChange={(value) => change({ measures: value === "any" ? undefined : value })}
        />
        <ChooseMany
          legend={t("reports.filter.months")}
          hint={t("reports.filter.monthsHint")}
          values={(filter.months ?? []).map(String)}
          options={shortMonths.map((label, index) => ({ value: String(index + 1), label }))}
          onChange={(values) => change({ months: values.length > 0 ? values.map(Number) : undefined })}
        />
        <details className={css.areas} open={filter.areas !== undefined}>
          <summary>{t("reports.filter.areas", { count: filter.areas?.length ?? 0 })}</summary>
          <ChooseMany
            hideLegend
            legend={t("reports.filter.areas", { count: filter.areas?.length ?? 0 })}
            values={filter.areas ?? []}
            options={areas
              .map(({ id }) => ({ value: id, label: names.area(id) }))
              .toSorted((a, b) => a.label.localeCompare(b.label))}
            onChange={(values) => change({ areas: values.length > 0 ? values : undefined })}
          />
        </details>
        <Button look="quiet" disabled={count === 0} onClick={() => changeView({ filter: {} })}>
          {t("reports.filter.clear")}
        </Button>
      </div>
    </details>
  );
}
