/** The planner's reports: squares at once, single points after a reason, beside the map with the same filter. */
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../api.ts";
import { changeView, useView } from "../map/use-view.ts";
import { useSquareName } from "../place/square-name.ts";
import { useNames } from "../place/town.tsx";
import { Answer, Failure } from "../ui/answer.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useDate } from "../ui/date.ts";
import { useErrorWords } from "../ui/error-words.ts";
import { TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { useTries } from "../ui/use-tries.ts";
import { FilterPanel } from "./filter-panel.tsx";
import { pointNameAt } from "./points.ts";
import css from "./report-panel.module.css";
import { SeenForm } from "./seen-form.tsx";
import { endsFirst, useReportFilter } from "./use-report-filter.ts";
import { type Rows, useReportPoints, useReports } from "./use-reports.ts";
import { useBinWords } from "./when-words.ts";

const SHOWN_AT_FIRST = 60;
/** Fewer characters say nothing of why. */
const SHORTEST_REASON = 5;

export function ReportPanel() {
  const { t } = useTranslation();
  const filter = useReportFilter();
  return (
    <>
      <h2>{t("desk.panel.reports")}</h2>
      <FilterPanel />
      <Answer to={useReports()}>
        {(data) => (
          <>
            <p className={css.total} role="status">
              {t(`reports.total.${filter.feeling ?? "any"}`, data.total)}
            </p>
            {data.grain === "square" ? <ReasonForm /> : <SeenForm />}
            {data.total.reports === 0 ? (
              <Message>{t(endsFirst(filter) ? "reports.filter.order" : "reports.none")}</Message>
            ) : null}
            {data.grain === "square" ? <SquareList rows={data.rows} /> : <PointList {...data} />}
          </>
        )}
      </Answer>
    </>
  );
}

/** Single points are opened for the session by saying why they are needed; the reason is logged. */
function ReasonForm() {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [reason, setReason] = useState("");
  const { form, tried, pointAtWrong } = useTries();
  const tooShort = reason.trim().length < SHORTEST_REASON;
  const give = useMutation(
    trpc.reports.giveReason.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.reports.list.pathKey() }),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tooShort) pointAtWrong();
    else give.mutate({ reason });
  };
  const error = tried && tooShort ? t("reports.reason.tooShort") : give.error ? words(give.error) : undefined;
  return (
    <form className={css.reason} ref={form} noValidate onSubmit={submit}>
      <TextField
        label={t("reports.reason.label")}
        hint={t("reports.reason.hint")}
        error={error}
        value={reason}
        maxLength={300}
        required
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="submit" disabled={give.isPending}>
        {t("reports.reason.button")}
      </Button>
    </form>
  );
}

function SquareList({ rows }: { rows: Extract<Rows, { grain: "square" }>["rows"] }) {
  const { t } = useTranslation();
  const names = useNames();
  const squareName = useSquareName();
  const { selected } = useView();
  return (
    <ol className={css.list}>
      {rows.map(({ square, voices, reports, reasons }) => (
        <li key={square}>
          <button
            type="button"
            className={css.row}
            aria-pressed={selected === square}
            onClick={() => changeView({ selected: square })}
          >
            <span className={css.name}>{squareName(square)}</span>
            <span className={css.figure}>{t("reports.voices", { count: voices })}</span>
            <span className={css.more}>
              {t("reports.count", { count: reports })} ·{" "}
              {reasons.map(({ reason }) => names.reason(reason)).join(", ")}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function PointList({ rows, total }: Extract<Rows, { grain: "point" }>) {
  const { t } = useTranslation();
  const names = useNames();
  const date = useDate();
  const bins = useBinWords();
  const { selected } = useView();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const points = useReportPoints();
  // What is selected comes first, however far down it stands: a report, or all of a point.
  const isSelected = ({ id, at }: (typeof rows)[number]) =>
    selected !== null && (id === selected || pointNameAt(at) === selected);
  const ordered = rows.toSorted((a, b) => Number(isSelected(b)) - Number(isSelected(a)));
  return (
    <>
      {points.error ? <Failure error={points.error} onAgain={() => void points.refetch()} /> : null}
      {rows.length < total.reports ? <Message>{t("reports.newest", { count: rows.length })}</Message> : null}
      <ol className={css.list}>
        {ordered.slice(0, shown).map((report) => (
          <li key={report.id}>
            <button
              type="button"
              className={css.row}
              aria-pressed={isSelected(report)}
              onClick={() => changeView({ selected: report.id })}
            >
              <span className={css.name}>{names.area(report.area)}</span>
              <Badge tone={report.feeling === "unsafe" ? "missed" : "kept"}>
                {t(`reports.feeling.${report.feeling}`)}
              </Badge>
              <span className={css.more}>
                {report.reasons.map(names.reason).join(", ")}
                <br />
                {bins(report.when)} · {t(`reports.light.${report.light}`)} · {date(report.receivedOn)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {rows.length > shown ? (
        <Button look="quiet" onClick={() => setShown(shown + SHOWN_AT_FIRST)}>
          {t("ui.more", { count: rows.length - shown })}
        </Button>
      ) : null}
    </>
  );
}
