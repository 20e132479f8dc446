/** What was done and what came of it, each under its own heading, on the screen and on paper. */
import type { MeasureEffect, Verdict } from "@trygg/shared/measures/effect.ts";
import { wilson } from "@trygg/shared/statistics/wilson.ts";
import { CircleHelp, Clock, type LucideIcon, Ruler, ThumbsDown, ThumbsUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { SketchNote } from "../../lighting/sketch-note.tsx";
import { useNames } from "../../place/town.tsx";
import { useClockWords } from "../../clock/clock-words.ts";
import { Badge, type Tone } from "../../ui/badge.tsx";
import { useDate } from "../../ui/date.ts";
import { Facts } from "../../ui/facts.tsx";
import { FiguresTable } from "../../ui/figures-table.tsx";
import { useNumber } from "../../ui/locale.ts";
import css from "./effect.module.css";
import { changeWords, verdictWords } from "./effect-words.ts";
import { RatioChart } from "./ratio-chart.tsx";

const looks: Record<Verdict, { tone: Tone; Icon: LucideIcon }> = {
  better: { tone: "kept", Icon: ThumbsUp },
  worse: { tone: "missed", Icon: ThumbsDown },
  cannotTell: { tone: "neutral", Icon: CircleHelp },
  tooEarly: { tone: "sea", Icon: Clock },
  notEstimable: { tone: "neutral", Icon: Ruler },
};

export function EffectFigures({ effect }: { effect: MeasureEffect }) {
  const { t } = useTranslation();
  const told = effect.months.after.length > 0;
  return (
    <>
      <VerdictBox {...effect} />
      <section className={css.part}>
        <h3>{t("effect.delivered")}</h3>
        <Delivery {...effect} />
      </section>
      {told ? (
        <section className={css.part}>
          <h3>{t("effect.came")}</h3>
          <RatioChart {...effect} />
          <div className={css.tables}>
            <Counts {...effect} />
            <Perception {...effect} />
          </div>
          <Doubts {...effect} />
        </section>
      ) : null}
    </>
  );
}

function VerdictBox({ verdict, because }: MeasureEffect) {
  const { t } = useTranslation();
  const { tone, Icon } = looks[verdict];
  return (
    <div className={css.verdict}>
      <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
        {t(`effect.verdict.${verdict}`)}
      </Badge>
      <p>{verdictWords(t, because)}</p>
    </div>
  );
}

/** Nothing here says whether it helped. */
function Delivery({ delivery, plan }: MeasureEffect) {
  const { t } = useTranslation();
  const date = useDate();
  const number = useNumber();
  const { state, doneOn, measuredLux, leastLux, light } = delivery;
  const computed = (told: NonNullable<typeof light.done>) =>
    t("effect.light.computed", { date: date(told.on), mean: number(told.mean), min: number(told.min) });
  const facts = [
    {
      name: t("effect.state"),
      value: [t(`measures.state.${state}`), doneOn ? date(doneOn) : ""].filter(Boolean).join(", "),
    },
    ...(plan.wanted ? [{ name: t("effect.wanted"), value: plan.wanted }] : []),
    ...(light.decided ? [{ name: t("effect.light.decided"), value: computed(light.decided) }] : []),
    ...(light.done ? [{ name: t("effect.light.done"), value: computed(light.done) }] : []),
    ...(plan.outcome.light || measuredLux !== null
      ? [
          {
            name: t("effect.light.measured"),
            value:
              measuredLux === null
                ? t("effect.light.notMeasured")
                : t(measuredLux < leastLux ? "effect.light.below" : "effect.light.above", {
                    lux: number(measuredLux),
                    least: number(leastLux),
                  }),
          },
        ]
      : []),
  ];
  return (
    <>
      <Facts facts={facts} />
      {light.decided || light.done ? <SketchNote /> : null}
      <p className={css.note}>{t("effect.deliveredNote")}</p>
    </>
  );
}

function Counts({ plan, counts, months }: MeasureEffect) {
  const { t } = useTranslation();
  const names = useNames();
  const { months: monthNames } = useClockWords();
  const span = (list: string[]) =>
    [list[0], list.at(-1)]
      .filter((month, index, all) => month && all.indexOf(month) === index)
      .map((month = "") => `${monthNames[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`)
      .join(" – ");
  const row = (zone: keyof typeof counts, label: string) => ({
    label,
    figures: [String(counts[zone].before), String(counts[zone].after)],
  });
  return (
    <FiguresTable
      corner={t("effect.counts.place")}
      columns={[{ label: t("effect.before") }, { label: t("effect.after"), now: true }]}
      rows={[
        row("treated", names.area(plan.measure.area)),
        row("control", t("effect.zone.control")),
        ...(plan.buffer.length > 0 ? [row("buffer", t("effect.zone.buffer"))] : []),
        ...(plan.bufferControl.length > 0 ? [row("bufferControl", t("effect.zone.bufferControl"))] : []),
      ]}
      caption={t(`effect.counts.caption.${plan.outcome.light ?? "any"}`, {
        before: span(months.before),
        after: span(months.after),
      })}
    />
  );
}

/** How large a share feels unsafe by day and in the dark: the place as its own control. */
function Perception({ perception }: MeasureEffect) {
  const { t } = useTranslation();
  const shareOf = ({ unsafe, safe }: { unsafe: number; safe: number }) => {
    if (unsafe + safe === 0) return t("effect.perception.nobody");
    const [low, high] = wilson(unsafe, unsafe + safe);
    const percent = (share: number) => Math.round(share * 100);
    return t("effect.perception.share", {
      share: percent(unsafe / (unsafe + safe)),
      low: percent(low),
      high: percent(high),
      count: unsafe + safe,
    });
  };
  return (
    <FiguresTable
      corner={t("effect.perception.title")}
      columns={[{ label: t("effect.before") }, { label: t("effect.after"), now: true }]}
      rows={(["dark", "day"] as const).map((band) => ({
        label: t(`effect.perception.${band}`),
        figures: [shareOf(perception.before[band]), shareOf(perception.after[band])],
      }))}
      caption={t("effect.perception.caption")}
    />
  );
}

/** What else may have made the difference, and what could not be seen. */
function Doubts({ displacement, regression, smallest, dispersion, counts }: MeasureEffect) {
  const { t } = useTranslation();
  const number = useNumber();
  const { quotient, net, difference, disagrees } = displacement;
  const facts = [
    {
      name: t("effect.moved.title"),
      value: [
        quotient === null
          ? t("effect.moved.none")
          : t(`effect.moved.${quotient > 0 ? "spread" : quotient >= -1 ? "partly" : "outweighs"}`, {
              quotient: number(quotient),
            }),
        t("effect.moved.difference", {
          estimate: number(difference.estimate),
          low: number(difference.low),
          high: number(difference.high),
        }),
        ...(net === null
          ? []
          : [t(`effect.moved.net.${net >= 0 ? "fewer" : "more"}`, { net: number(Math.abs(net)) })]),
        ...(disagrees ? [t("effect.moved.disagrees")] : []),
      ].join(" "),
    },
    {
      name: t("effect.mean.title"),
      value:
        regression === null
          ? t("effect.mean.unknown")
          : t("effect.mean.words", {
              count: counts.treated.before,
              expected: number(regression.expected),
              artefact: number(Math.max(0, regression.artefact)),
            }),
    },
    {
      name: t("effect.smallest.title"),
      value:
        smallest === null
          ? t("effect.smallest.unknown")
          : t("effect.smallest.words", { change: changeWords(t, smallest) }),
    },
    ...(dispersion !== null && dispersion > 1
      ? [
          {
            name: t("effect.dispersion.title"),
            value: t("effect.dispersion.words", { phi: number(dispersion) }),
          },
        ]
      : []),
  ];
  return <Facts facts={facts} />;
}
