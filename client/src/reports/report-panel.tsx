/** The planner's reports: squares at once, single points after a reason, beside the map with the same filter. */
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../api.ts";
import { changeView, useView } from "../map/use-view.ts";
import { useSquareName } from "../place/square-name.ts";
import { useNames } from "../place/town.tsx";
import { Answer, Failure } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { useTries } from "../ui/use-tries.ts";
import { FilterPanel } from "./filter-panel.tsx";
import css from "./report-panel.module.css";
import { endsFirst, useReportFilter } from "./use-report-filter.ts";
import { ReportPage } from "./single/report-page.tsx";
import { SavedFilters } from "./single/saved-filters.tsx";
import { SingleReports } from "./single/single-reports.tsx";
import { type Rows, isReportId, useListInput, useReportPoints, useReports } from "./use-reports.ts";

/** Fewer characters say nothing of why. */
const SHORTEST_REASON = 5;

export function ReportPanel() {
  const { t } = useTranslation();
  const filter = useReportFilter();
  const { selected } = useView();
  const reports = useReports();
  const input = useListInput();
  const name = JSON.stringify(input);
  // Where the list was left, for whoever comes back to it from a report.
  const [left, setLeft] = useState({ name, active: 0, returned: false });
  const { active, returned } = left.name === name ? left : { active: 0, returned: false };
  if (isReportId(selected) && reports.data?.grain === "point")
    return (
      <ReportPage
        key={selected}
        id={selected}
        onBack={() => {
          setLeft({ name, active, returned: true });
          changeView({ selected: null });
        }}
      />
    );
  return (
    <>
      <h2>{t("desk.panel.reports")}</h2>
      <FilterPanel />
      <SavedFilters />
      <Answer to={reports}>
        {(data) => (
          <>
            <p className={css.total} role="status">
              {t(`reports.total.${filter.feeling ?? "any"}`, data.total)}
            </p>
            {endsFirst(filter) ? <Message>{t("reports.filter.order")}</Message> : null}
            {data.grain === "square" ? <ReasonForm /> : null}
            {data.grain === "point" ? (
              <SingleReports
                key={name}
                input={input}
                all={data.all}
                active={active}
                onActive={(index) => setLeft({ name, active: index, returned: false })}
                returned={returned}
              />
            ) : (
              <SquareList rows={data.rows} />
            )}
          </>
        )}
      </Answer>
      <PointsFailure />
    </>
  );
}

/** The map lacks its points. */
function PointsFailure() {
  const { error, refetch } = useReportPoints();
  return error ? <Failure error={error} onAgain={() => void refetch()} /> : null;
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
  if (rows.length === 0) return <Message>{t("reports.none")}</Message>;
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
