/** "Mest oro i mörker": areas and squares by voices in the dark, with the lamps that reach them and their status. */
import { useQuery } from "@tanstack/react-query";
import { lampStatuses } from "@trygg/shared/lighting/schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { changeView, useView } from "../map/use-view.ts";
import { newMeasure } from "../measures/measure-draft.ts";
import { useMeasureWork } from "../measures/measure-work.ts";
import { useSquareName } from "../place/square-name.ts";
import { useNames, useTown } from "../place/town.tsx";
import { useReportFilter } from "../reports/use-report-filter.ts";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { ChooseOne } from "../ui/choice.tsx";
import { Message } from "../ui/message.tsx";
import css from "./need-panel.module.css";

const SHOWN = 20;

export function useNeed() {
  const { light: _light, feeling: _feeling, ...filter } = useReportFilter();
  return useQuery({ ...trpc.lighting.need.queryOptions(filter), placeholderData: (before) => before });
}

type Need = NonNullable<ReturnType<typeof useNeed>["data"]>;
type NeedRow = Need["areas"][number] | Need["squares"][number];

export function NeedPanel() {
  const { t } = useTranslation();
  const { setDraft, discard } = useMeasureWork();
  const { place } = useTown();
  const [grain, setGrain] = useState<"areas" | "squares">("areas");
  const need = useNeed();
  const beginMeasure = (area: string) =>
    discard(() => {
      setDraft(newMeasure(area));
      changeView({ panel: "measures", selected: area, layers: null });
    });
  return (
    <>
      <h2>{t("desk.panel.need")}</h2>
      <p className={css.text}>{t("lighting.need.text")}</p>
      <ChooseOne
        look="segments"
        hideLegend
        legend={t("lighting.need.grain")}
        value={grain}
        options={(["areas", "squares"] as const).map((value) => ({
          value,
          label: t(`lighting.need.${value}`),
        }))}
        onChange={setGrain}
      />
      <Answer to={need} lines={6}>
        {(data) => <NeedList rows={data[grain].slice(0, SHOWN)} onMeasure={beginMeasure} />}
      </Answer>
      <p className={css.caveat}>
        {t("lighting.need.caveat", place.schematic ? { context: "schematic" } : {})}
      </p>
    </>
  );
}

function NeedList({ rows, onMeasure }: { rows: NeedRow[]; onMeasure(area: string): void }) {
  const { t } = useTranslation();
  const names = useNames();
  const squareName = useSquareName();
  const { selected } = useView();
  const lampWords = (lamps: NeedRow["lamps"]) => {
    const counts = lampStatuses.filter((status) => lamps[status] > 0);
    if (counts.length === 0) return t("lighting.need.noLamps");
    const counted = counts.map((status) => t(`lighting.count.${status}`, { count: lamps[status] }));
    return t("lighting.need.lamps", { counts: counted.join(", ") });
  };
  if (rows.length === 0) return <Message>{t("reports.none")}</Message>;
  return (
    <ol className={css.list}>
      {rows.map((row) => {
        const id = "square" in row ? row.square : row.area;
        return (
          <li key={id} className={css.item} data-selected={selected === id || undefined}>
            <button type="button" className={css.row} onClick={() => changeView({ selected: id })}>
              <span className={css.name}>
                {"square" in row ? squareName(row.square) : names.area(row.area)}
              </span>
              <span className={css.figure}>{t("reports.voices", { count: row.voices })}</span>
              {"reasons" in row ? (
                <span className={css.more}>
                  {row.reasons.map(({ reason }) => names.reason(reason)).join(", ")}
                </span>
              ) : null}
              <span className={css.more}>{lampWords(row.lamps)}</span>
            </button>
            {selected === id ? (
              <Button look="plain" onClick={() => onMeasure(row.area)}>
                {t("lighting.need.addMeasure")}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
