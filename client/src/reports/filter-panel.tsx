/** Chooses which reports the desk shows: feeling, darkness, reasons and period. */
import { localDate } from "@trygg/shared/time/local.ts";
import { useTranslation } from "react-i18next";
import { changeView, useView } from "../map/use-view.ts";
import { useNames, useNow, useTown } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import { ChooseMany, ChooseOne } from "../ui/choice.tsx";
import { TextField } from "../ui/field.tsx";
import css from "./report-panel.module.css";
import { USUAL_FEELING, endsFirst } from "./use-report-filter.ts";

export function FilterPanel() {
  const { t } = useTranslation();
  const { reasons, place } = useTown();
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
        <Button look="quiet" disabled={count === 0} onClick={() => changeView({ filter: {} })}>
          {t("reports.filter.clear")}
        </Button>
      </div>
    </details>
  );
}
