/** Löftet: every commitment of the year with its count, pace, months and status, and the sentence that was signed. */
import type { Ledger } from "@trygg/shared/promise/published.ts";
import { areaPage } from "@trygg/shared/pages.ts";
import { useTranslation } from "react-i18next";
import { useMe } from "../accounts/use-me.ts";
import { say } from "../i18n/index.ts";
import { useNames } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import { useDate } from "../ui/date.ts";
import { useNumber } from "../ui/locale.ts";
import { Message, Waiting } from "../ui/message.tsx";
import { Page } from "../ui/page.tsx";
import { becauseWords } from "./because-words.ts";
import { CountBar } from "./count-bar.tsx";
import css from "./ledger-page.module.css";
import { MonthRow } from "./month-row.tsx";
import { StatusBadge } from "./status-badge.tsx";
import { useLedger } from "./use-ledger.ts";

type Commitment = Ledger["commitments"][number];

export default function LedgerPage() {
  const { t } = useTranslation();
  const { me } = useMe();
  const date = useDate();
  const { data, isPending, isError, refetch } = useLedger();
  return (
    <Page wide title={t("promise.title", { year: data?.year ?? "" })} lead={t("promise.lead")}>
      {isPending ? <Waiting label={t("ui.waiting")} lines={6} /> : null}
      {isError ? (
        <Message tone="wrong">
          {t("promise.failed")} <Button onClick={() => void refetch()}>{t("ui.again")}</Button>
        </Message>
      ) : null}
      {data ? (
        <>
          <p className={css.asOf}>
            {data.asOf
              ? t(me ? "promise.live" : "promise.asOf", { date: date(data.asOf) })
              : t("promise.notYet")}
          </p>
          <Totals commitments={data.commitments} />
          <ol className={css.list}>
            {data.commitments.map((commitment) => (
              <CommitmentCard key={commitment.id} commitment={commitment} />
            ))}
          </ol>
        </>
      ) : null}
    </Page>
  );
}

/** How many commitments stand how: the first thing a councillor asks. */
function Totals({ commitments }: { commitments: Commitment[] }) {
  const { t } = useTranslation();
  const statuses = ["kept", "onTrack", "behind", "notKept", "cannotTell"] as const;
  return (
    <ul className={css.totals} aria-label={t("promise.totals")}>
      {statuses.map((status) => (
        <li key={status}>
          <strong>{commitments.filter((each) => each.status === status).length}</strong>
          <StatusBadge status={status} />
        </li>
      ))}
    </ul>
  );
}

function CommitmentCard({ commitment }: { commitment: Commitment }) {
  const { t, i18n } = useTranslation();
  const number = useNumber();
  const names = useNames();
  const {
    id,
    title,
    owner,
    status,
    reason,
    count,
    target,
    forecast,
    pace,
    months,
    source,
    areas = [],
  } = commitment;
  return (
    <li className={css.card} id={id}>
      <div className={css.head}>
        <h2>{say(title, i18n.language)}</h2>
        <StatusBadge status={status} />
      </div>
      <p className={css.because}>{becauseWords(t, reason)}</p>
      {count !== undefined && target !== undefined ? (
        <CountBar count={count} target={target} forecast={forecast} />
      ) : null}
      {pace && status === "onTrack" ? (
        <p className={css.note}>{t("promise.pace", { pace: number(pace) })}</p>
      ) : null}
      {months ? <MonthRow months={months} /> : null}
      {areas.map((area) => (
        <p key={area} className={css.note}>
          <a href={areaPage(area)}>{t("areas.toPageOf", { area: names.area(area) })}</a>
        </p>
      ))}
      <details className={css.source}>
        <summary>{t("promise.source")}</summary>
        <blockquote lang="sv">{source}</blockquote>
        <p className={css.note}>{t("promise.owner", { owner: say(owner, i18n.language) })}</p>
      </details>
    </li>
  );
}
