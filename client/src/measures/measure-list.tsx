/** Measures as a list: what, in which state, since when, and what is said about it. */
import type { MeasureAnswers, MeasureState, PublicMeasure } from "@trygg/shared/measures/schema.ts";
import { Check, CircleDashed, Clock, Hammer, X } from "lucide-react";
import { areaPage } from "@trygg/shared/pages.ts";
import { Fragment, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { SketchNote } from "../lighting/sketch-note.tsx";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useDate } from "../ui/date.ts";
import { useNumber } from "../ui/locale.ts";
import css from "./measure-list.module.css";

const looks: Record<MeasureState, { tone: Tone; Icon: typeof Check }> = {
  idea: { tone: "neutral", Icon: CircleDashed },
  decided: { tone: "sea", Icon: Clock },
  procured: { tone: "sea", Icon: Clock },
  underWay: { tone: "behind", Icon: Hammer },
  done: { tone: "kept", Icon: Check },
  declined: { tone: "missed", Icon: X },
};

interface Props<T extends PublicMeasure> {
  measures: T[];
  /** Staff can change each. */
  onEdit?: ((measure: T) => void) | undefined;
  /** Names the area of each, where the list covers several. */
  areaName?(id: string): string;
  /** How it feels since, where staff may know. */
  answers?(measure: T): MeasureAnswers | undefined;
  /** What else staff are told of each. */
  renderMore?(measure: T): ReactNode;
  /** The one that a link leads to. */
  selected?: string | null;
}

export function MeasureList<T extends PublicMeasure>(props: Props<T>) {
  const { measures, onEdit, areaName, answers, renderMore, selected = null } = props;
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (selected) list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
  }, [selected]);
  if (measures.length === 0) return <p className={css.none}>{t("measures.none")}</p>;
  return (
    <ul className={css.list} ref={list}>
      {measures.map((measure) => (
        <li key={measure.id} className={css.item} aria-current={measure.id === selected || undefined}>
          <div className={css.head}>
            <strong>{measure.title}</strong>
            <StateBadge state={measure.state} />
          </div>
          <Facts measure={measure} areaName={areaName} />
          {measure.publicText ? <p>{measure.publicText}</p> : null}
          <Light measure={measure} />
          {measure.reason ? <p>{t("measures.declinedBecause", { reason: measure.reason })}</p> : null}
          <Answers {...answers?.(measure)} />
          {renderMore?.(measure)}
          {onEdit ? (
            <span className={css.edit}>
              <Button
                look="quiet"
                aria-label={t("measures.editThis", { title: measure.title })}
                onClick={() => onEdit(measure)}
              >
                {t("measures.edit")}
              </Button>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** The light before and after, as computed on those days, and what somebody has measured. */
function Light({ measure: { light = {}, measuredLux } }: { measure: PublicMeasure }) {
  const { t } = useTranslation();
  const number = useNumber();
  const { decided, done } = light;
  if (!decided && !done && measuredLux === undefined) return null;
  const lux = ({ mean, min }: { mean: number; min: number }) => ({ mean: number(mean), min: number(min) });
  return (
    <>
      {decided ? <p>{t("measures.light.decided", lux(decided))}</p> : null}
      {done ? <p>{t("measures.light.done", lux(done))}</p> : null}
      {measuredLux === undefined ? null : <p>{t("measures.light.measured", { lux: number(measuredLux) })}</p>}
      {decided || done ? <SketchNote /> : null}
    </>
  );
}

function Answers({ better, same, worse }: Partial<MeasureAnswers>) {
  const { t } = useTranslation();
  if (better === undefined) return null;
  return <p>{t("measures.answers", { better, same, worse })}</p>;
}

export function StateBadge({ state }: { state: MeasureState }) {
  const { t } = useTranslation();
  const { tone, Icon } = looks[state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {t(`measures.state.${state}`)}
    </Badge>
  );
}

function Facts({
  measure,
  areaName,
}: {
  measure: PublicMeasure;
  areaName: ((id: string) => string) | undefined;
}) {
  const { t } = useTranslation();
  const date = useDate();
  const facts = [
    areaName ? <a href={areaPage(measure.area)}>{areaName(measure.area)}</a> : null,
    t(`measures.kind.${measure.kind}`),
    measure.owner,
    measure.to && measure.state === "done" ? t("measures.doneOn", { date: date(measure.to) }) : null,
    measure.from && measure.state !== "done" ? t("measures.from", { date: date(measure.from) }) : null,
  ];
  return (
    <p className={css.facts}>
      {facts
        .filter((fact) => fact)
        .map((fact, index) => (
          <Fragment key={index}>
            {index > 0 ? " · " : null}
            {fact}
          </Fragment>
        ))}
    </p>
  );
}
