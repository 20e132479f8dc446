/** Single reports at the desk: the list, narrowed and marked from, or the one that is open. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ListInput, type ReportRow, listParts } from "@trygg/shared/reports/marks.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client, trpc } from "../../api.ts";
import { changeView, useView } from "../../map/use-view.ts";
import { Button } from "../../ui/button.tsx";
import { ChooseOne } from "../../ui/choice.tsx";
import { Message } from "../../ui/message.tsx";
import { SeenForm } from "../seen-form.tsx";
import { isReportId } from "../use-reports.ts";
import { MarkBar } from "./mark-bar.tsx";
import { NotedMessage } from "./noted.tsx";
import { ReportList } from "./report-list.tsx";
import css from "./single.module.css";
import { useMarking } from "./use-marking.ts";

/** Reports that one press chooses. */
const CHOSEN_AT_ONCE = 500;

interface Props {
  input: ListInput;
  all: number;
  active: number;
  onActive(index: number): void;
  returned: boolean;
}

export function SingleReports({ input, all, active, onActive, returned }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlyMap<string, ReportRow>>(new Map());
  const marking = useMarking();
  const choose = (reports: ReportRow[]) => {
    const next = new Map(chosen);
    for (const report of reports)
      if (reports.length > 1 || !next.delete(report.id)) next.set(report.id, report);
    setChosen(next);
  };
  const chooseAll = async () => {
    const list = await client.reports.list.query({ ...input, count: CHOSEN_AT_ONCE });
    if (list.grain === "point") choose(list.rows);
  };
  return (
    <>
      <Narrow />
      {input.only === "unseen" ? <SeenForm /> : null}
      <NotedMessage marking={marking} />
      {all === 0 ? (
        <Message>{t(input.only || input.measure || input.at ? "cases.noneHere" : "reports.none")}</Message>
      ) : (
        <>
          <div className={css.head}>
            <span className={css.text} data-listed={`${input.only} ${all}`}>
              {t("cases.listed", { count: all })}
            </span>
            <Button look="quiet" onClick={() => void chooseAll()}>
              {t("cases.chooseAll", { count: Math.min(all, CHOSEN_AT_ONCE) })}
            </Button>
          </div>
          <ReportList
            input={input}
            all={all}
            active={Math.min(active, all - 1)}
            onActive={onActive}
            returned={returned}
            chosen={chosen}
            onChoose={(report) => choose([report])}
            onOpen={({ id }) => changeView({ selected: id })}
          />
        </>
      )}
      <MarkBar chosen={[...chosen.values()]} marking={marking} onDone={() => setChosen(new Map())} />
    </>
  );
}

/** What the list is narrowed to beside the filter. */
function Narrow() {
  const { t } = useTranslation();
  const { only, selected } = useView();
  const measures = useQuery({ ...trpc.measures.list.queryOptions(), placeholderData: keepPreviousData });
  const part = listParts.find((each) => each === only) ?? "any";
  const title = measures.data?.find(({ id }) => id === only)?.title;
  return (
    <>
      {isReportId(only) ? (
        <div className={css.narrowed}>
          <span>{t("cases.ofMeasure", { title: title ?? "" })}</span>
          <Button look="quiet" onClick={() => changeView({ only: null })}>
            {t("cases.showAll")}
          </Button>
        </div>
      ) : (
        <ChooseOne
          hideLegend
          legend={t("cases.only.title")}
          look="segments"
          value={part}
          options={(["any", ...listParts] as const).map((value) => ({
            value,
            label: t(`cases.only.${value}`),
          }))}
          onChange={(value) => changeView({ only: value === "any" ? null : value })}
        />
      )}
      {selected?.startsWith("at_") ? (
        <div className={css.narrowed}>
          <span>{t("cases.atPoint")}</span>
          <Button look="quiet" onClick={() => changeView({ selected: null })}>
            {t("cases.showAll")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
