/** What has happened in the area since a report was sent, in words and by day. */
import type { PublicMeasure } from "@trygg/shared/measures/schema.ts";
import type { ReceiptAnswer } from "@trygg/shared/reports/receipt.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { MeasureList, StateBadge } from "../measures/measure-list.tsx";
import { useClassWords } from "../releases/class-words.ts";
import { useDate } from "../ui/date.ts";
import { EffectQuestion } from "./effect-question.tsx";
import css from "./receipt.module.css";

interface Props {
  code: string;
  answer: ReceiptAnswer;
  /** An answer was counted, or had been before. */
  onAnswered(): void;
}

export function ReceiptTimeline({ code, answer, onAnswered }: Props) {
  const { t } = useTranslation();
  const { since, seenOn, presence, asks = [], linked = [] } = answer;
  // By days: a measure of the very day may have come before or after.
  const after = answer.measures.filter(({ updatedOn }) => updatedOn >= since);
  const before = answer.measures.filter(({ updatedOn }) => updatedOn < since);
  const events: { day: string; measure?: PublicMeasure }[] = [
    ...(seenOn ? [{ day: seenOn }] : []),
    ...after.map((measure) => ({ day: measure.updatedOn, measure })),
  ];
  return (
    <>
      {answer.measures
        .filter(({ id }) => linked.includes(id))
        .map(({ id, title }) => (
          <p key={id}>{t("receipt.linked", { title })}</p>
        ))}
      <h2>{t("receipt.since")}</h2>
      <ol className={css.timeline}>
        <Event day={since}>{t("receipt.came")}</Event>
        {events.toSorted(byDay).map(({ day, measure }) => (
          <Event key={measure?.id ?? "seen"} day={day}>
            {measure ? <MeasureNews measure={measure} /> : t("receipt.seen")}
            {measure && asks.includes(measure.id) ? (
              <EffectQuestion code={code} measure={measure} onAnswered={onAnswered} />
            ) : null}
          </Event>
        ))}
      </ol>
      {events.length === 0 ? <p>{t("receipt.nothingYet")}</p> : null}
      {before.length > 0 ? (
        <>
          <h2>{t("receipt.before")}</h2>
          <MeasureList measures={before} />
        </>
      ) : null}
      {presence ? <Presence {...presence} /> : null}
    </>
  );
}

const byDay = (a: { day: string }, b: { day: string }) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

function Event({ day, children }: { day: string; children: ReactNode }) {
  const date = useDate();
  return (
    <li className={css.event}>
      <time className={css.day} dateTime={day}>
        {date(day)}
      </time>
      <div className={css.news}>{children}</div>
    </li>
  );
}

function MeasureNews({ measure }: { measure: PublicMeasure }) {
  const { t } = useTranslation();
  const { title, state, reason, publicText } = measure;
  return (
    <>
      <p className={css.measure}>
        <strong>{title}</strong> <StateBadge state={state} />
      </p>
      {publicText ? <p>{publicText}</p> : null}
      {reason ? <p>{t("measures.declinedBecause", { reason })}</p> : null}
    </>
  );
}

function Presence({ week, day, dark }: NonNullable<ReceiptAnswer["presence"]>) {
  const { t } = useTranslation();
  const { minutes } = useClassWords();
  return (
    <>
      <h2>{t("place.presence", { week: week.replace(/^\d+-W0?/, "") })}</h2>
      <p>{t("place.presenceText", { day: minutes(day), dark: minutes(dark) })}</p>
    </>
  );
}
