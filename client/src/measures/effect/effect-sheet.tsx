/** A measure on one sheet of paper, to take to a meeting: where, what, whether it helped, by which plan, and what to mind. */
import type { MeasureEffect } from "@trygg/shared/measures/effect.ts";
import type { Measure } from "@trygg/shared/measures/schema.ts";
import { useTranslation } from "react-i18next";
import { say } from "../../i18n/index.ts";
import { SketchNote } from "../../lighting/sketch-note.tsx";
import { useNames, useToday, useTown } from "../../place/town.tsx";
import { useDate } from "../../ui/date.ts";
import { Facts } from "../../ui/facts.tsx";
import { useNumber } from "../../ui/locale.ts";
import { OnPaper } from "../../ui/on-paper.tsx";
import { EffectFigures } from "./effect-figures.tsx";
import css from "./effect.module.css";
import { PlaceSketch } from "./place-sketch.tsx";
import { FrozenPlans, PlanFacts } from "./plan-section.tsx";

const caveats = ["causes", "sample", "devices", "crime"] as const;

export function EffectSheet({ measure, effect }: { measure: Measure; effect: MeasureEffect }) {
  const { t, i18n } = useTranslation();
  const { place, demonstration } = useTown();
  const names = useNames();
  const date = useDate();
  const number = useNumber();
  const today = useToday();
  const days = [measure.from, measure.to].flatMap((day) => (day ? [date(day)] : [])).join(" – ");
  const facts = [
    { name: t("measures.form.area"), value: names.area(measure.area) },
    { name: t("measures.form.kind"), value: t(`measures.kind.${measure.kind}`) },
    { name: t("measures.form.state"), value: t(`measures.state.${measure.state}`) },
    ...(measure.owner ? [{ name: t("measures.form.owner"), value: measure.owner }] : []),
    ...(days ? [{ name: t("effect.sheet.days"), value: days }] : []),
    ...(measure.cost === undefined
      ? []
      : [{ name: t("effect.sheet.cost"), value: t("effect.sheet.kronor", { cost: number(measure.cost) }) }]),
  ];
  return (
    <OnPaper>
      <article className={css.sheet}>
        <header className={css.sheetHead}>
          <h1>{measure.title}</h1>
          <p>
            {t("effect.sheet.of", {
              municipality: say(place.municipality, i18n.language),
              date: date(today()),
            })}
          </p>
        </header>
        {demonstration ? <p className={css.caveat}>{t("effect.sheet.demonstration")}</p> : null}
        <SketchNote />
        <div className={css.sheetPair}>
          <figure>
            <PlaceSketch measure={measure} />
            <figcaption className={css.note}>{t("effect.sheet.legend")}</figcaption>
          </figure>
          <div>
            <Facts facts={facts} />
            {measure.publicText ? <p>{measure.publicText}</p> : null}
          </div>
        </div>
        <h2>{t("effect.title")}</h2>
        <EffectFigures effect={effect} />
        <h2 className={css.nextPage}>{t("effect.plan.title")}</h2>
        <PlanFacts plan={effect.plan} />
        <FrozenPlans frozen={effect.frozen} doneOn={effect.delivery.doneOn} />
        <h2>{t("effect.sheet.mind")}</h2>
        <ul className={css.caveats}>
          {caveats.map((each) => (
            <li key={each}>{t(`effect.caveat.${each}`)}</li>
          ))}
        </ul>
      </article>
    </OnPaper>
  );
}
