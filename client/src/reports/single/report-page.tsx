/** One report with what stands round it: what was said, what is noted, what is done there, and who said the same. */
import { useQuery } from "@tanstack/react-query";
import type { Measure } from "@trygg/shared/measures/schema.ts";
import type { ReadReport, ReportRow } from "@trygg/shared/reports/marks.ts";
import { ArrowLeft, Check, Link2, Plus } from "lucide-react";
import { Fragment, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../../api.ts";
import { changeView } from "../../map/use-view.ts";
import { StateBadge } from "../../measures/measure-list.tsx";
import { useWhereaboutsWords } from "../../place/place-words.ts";
import { useNames } from "../../place/town.tsx";
import { Answer } from "../../ui/answer.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { useDate } from "../../ui/date.ts";
import { useReport } from "../use-reports.ts";
import { useBinWords } from "../when-words.ts";
import { LinkDialog } from "./link-dialog.tsx";
import { originalOf } from "./mark-bar.tsx";
import { NotedMessage } from "./noted.tsx";
import { ReportWords } from "./report-row.tsx";
import css from "./single.module.css";
import { type Marking, useMarking } from "./use-marking.ts";
import { useNewMeasure } from "./use-new-measure.ts";

export function ReportPage({ id, onBack }: { id: string; onBack(): void }) {
  const { t } = useTranslation();
  const back = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // What was read before may have been scrolled far down.
    back.current?.closest('[role="tabpanel"]')?.scrollTo(0, 0);
    back.current?.querySelector("button")?.focus();
  }, []);
  return (
    <>
      <span ref={back}>
        <Button look="quiet" icon={<ArrowLeft aria-hidden="true" />} onClick={onBack}>
          {t("cases.back")}
        </Button>
      </span>
      <Answer to={useReport(id)}>{(report) => <Page report={report} />}</Answer>
    </>
  );
}

function Page({ report }: { report: ReadReport }) {
  const { t } = useTranslation();
  const names = useNames();
  const where = useWhereaboutsWords();
  const marking = useMarking();
  const { id, feeling, seenOn, whereabouts, area } = report;
  const [linking, setLinking] = useState(false);
  const beginMeasure = useNewMeasure();
  return (
    <article className={css.section}>
      <h2>{whereabouts ? capital(where(whereabouts)) : names.area(area)}</h2>
      <p>
        <Badge tone={feeling === "unsafe" ? "missed" : "kept"}>{t(`reports.feeling.${feeling}`)}</Badge>
      </p>
      <NotedMessage marking={marking} />
      <div className={css.buttons}>
        <Button
          icon={<Check aria-hidden="true" />}
          onClick={() => marking.mark([id], { seen: seenOn === undefined })}
        >
          {t(seenOn === undefined ? "cases.do.seenOne" : "cases.do.unseenOne")}
        </Button>
        <Button icon={<Link2 aria-hidden="true" />} onClick={() => setLinking(true)}>
          {t("cases.do.link")}
        </Button>
        <Button icon={<Plus aria-hidden="true" />} onClick={() => beginMeasure(report, [id])}>
          {t("cases.do.measureHere")}
        </Button>
      </div>
      <Said report={report} />
      <Measures report={report} marking={marking} />
      <Same report={report} marking={marking} />
      {linking ? (
        <LinkDialog
          count={1}
          area={area}
          onLink={(measure) => {
            setLinking(false);
            marking.mark([id], { measure, linked: true });
          }}
          onClose={() => setLinking(false)}
        />
      ) : null}
    </article>
  );
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);

function Said({ report }: { report: ReadReport }) {
  const { t } = useTranslation();
  const names = useNames();
  const date = useDate();
  const bins = useBinWords();
  const { area, receivedOn, reasons, when, light, impact, seenOn, inSquare } = report;
  return (
    <dl className={css.facts}>
      {[
        { name: t("cases.fact.area"), value: names.area(area) },
        { name: t("cases.fact.reasons"), value: reasons.map(names.reason).join(", ") },
        { name: t("cases.fact.when"), value: bins(when) },
        { name: t("cases.fact.light"), value: t(`reports.light.${light}`) },
        { name: t("cases.fact.impact"), value: t(`cases.impact.${impact ?? "none"}`) },
        { name: t("cases.fact.received"), value: date(receivedOn) },
        { name: t("cases.fact.seen"), value: seenOn ? date(seenOn) : t("cases.fact.notSeen") },
        { name: t("cases.fact.square"), value: t("cases.fact.inSquare", inSquare) },
      ].map(({ name, value }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Measures({ report, marking }: { report: ReadReport; marking: Marking }) {
  const { t } = useTranslation();
  const { data: measures = [] } = useQuery(trpc.measures.list.queryOptions());
  const { id, linked = [], measuresNear } = report;
  const told = (ids: string[]) => measures.filter((measure) => ids.includes(measure.id));
  const near = told(measuresNear.filter((each) => !linked.includes(each)));
  const link = (measure: Measure, isLinked: boolean) => (
    <Button
      look="quiet"
      aria-label={t(isLinked ? "cases.do.linkThis" : "cases.do.unlinkThis", { title: measure.title })}
      onClick={() => marking.mark([id], { measure: measure.id, linked: isLinked })}
    >
      {t(isLinked ? "cases.do.linkOne" : "cases.do.unlinkOne")}
    </Button>
  );
  const item = (measure: Measure, isLinked: boolean) => (
    <li key={measure.id}>
      <button
        type="button"
        className={css.open}
        onClick={() => changeView({ panel: "measures", selected: measure.id, layers: null })}
      >
        <span>{measure.title}</span>
        <StateBadge state={measure.state} />
      </button>
      {link(measure, isLinked)}
    </li>
  );
  return (
    <section className={css.section}>
      <h3>{t("cases.measures.linked")}</h3>
      {linked.length === 0 ? <p className={css.text}>{t("cases.measures.noneLinked")}</p> : null}
      <ul className={css.plain}>{told(linked).map((measure) => item(measure, false))}</ul>
      {near.length > 0 ? (
        <>
          <h3>{t("cases.measures.near")}</h3>
          <ul className={css.plain}>{near.map((measure) => item(measure, true))}</ul>
        </>
      ) : null}
    </section>
  );
}

/** Neighbours, and which of them tell of the same. */
function Same({ report, marking }: { report: ReadReport; marking: Marking }) {
  const { t } = useTranslation();
  const { id, duplicateOf, duplicates, near } = report;
  const isSame = (other: ReportRow) => other.id === duplicateOf || other.duplicateOf === id;
  return (
    <section className={css.section}>
      {duplicateOf ? (
        <div className={css.narrowed}>
          <span>{t("cases.same.of")}</span>
          <Button look="quiet" onClick={() => changeView({ selected: duplicateOf })}>
            {t("cases.same.show")}
          </Button>
          <Button look="quiet" onClick={() => marking.mark([id], { duplicateOf: null })}>
            {t("cases.same.not")}
          </Button>
        </div>
      ) : null}
      {duplicates.length > 0 ? <p>{t("cases.same.has", { count: duplicates.length })}</p> : null}
      <h3>{t("cases.near.title")}</h3>
      <p className={css.text}>{t(near.length === 0 ? "cases.near.none" : "cases.near.text")}</p>
      <ul className={css.plain}>
        {near.map((other) => (
          <li key={other.id}>
            <button type="button" className={css.open} onClick={() => changeView({ selected: other.id })}>
              <ReportWords report={other} />
              <span className={css.line}>{t("cases.near.metres", { metres: other.metres })}</span>
            </button>
            {isSame(other) ? null : (
              <Button
                look="quiet"
                onClick={() => {
                  const original = originalOf([report, other]);
                  const [duplicate] = [id, other.id].filter((each) => each !== original.id);
                  if (duplicate) marking.mark([duplicate], { duplicateOf: original.id });
                }}
              >
                {t("cases.do.sameOne")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
