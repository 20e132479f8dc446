/** Ratios with their intervals on one scale, so that it is seen whether chance alone, "as expected", lies within. */
import type { MeasureEffect } from "@trygg/shared/measures/effect.ts";
import { useTranslation } from "react-i18next";
import { changeWords } from "./effect-words.ts";
import css from "./effect.module.css";

/** The scale ends at an eighth and at eight times as many. */
const ENDS = Math.log(8);
const marks = [
  { ratio: 0.25, name: "quarter" },
  { ratio: 0.5, name: "half" },
  { ratio: 1, name: "same" },
  { ratio: 2, name: "double" },
  { ratio: 4, name: "fourfold" },
] as const;
const WIDTH = 100;
const ROW = 14;

type Ratio = NonNullable<MeasureEffect["ratio"]>;

/** Per cent of the width, at the ends for what lies beyond. */
const at = (ratio: number) => {
  const share = (Math.log(Math.max(ratio, 1e-9)) + ENDS) / (2 * ENDS);
  return Math.min(1, Math.max(0, share)) * WIDTH;
};

export function RatioChart({ ratio, daylight }: Pick<MeasureEffect, "ratio" | "daylight">) {
  const { t } = useTranslation();
  const rows = [
    { label: t("effect.chart.control"), ratio },
    { label: t("effect.chart.daylight"), ratio: daylight },
  ].flatMap((row) => (row.ratio ? [{ label: row.label, ratio: row.ratio }] : []));
  if (rows.length === 0) return null;
  const words = (found: Ratio) =>
    t("effect.chart.words", {
      change: changeWords(t, found.ratio),
      low: changeWords(t, found.low),
      high: changeWords(t, found.high),
    });
  return (
    <figure className={css.chart}>
      {rows.map(({ label, ratio: found }) => (
        <div key={label} className={css.chartRow}>
          <span className={css.chartLabel}>{label}</span>
          <svg
            viewBox={`0 0 ${WIDTH} ${ROW}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={`${label}: ${words(found)}`}
          >
            {marks.map((mark) => (
              <line
                key={mark.name}
                className={mark.ratio === 1 ? css.expected : css.mark}
                x1={at(mark.ratio)}
                x2={at(mark.ratio)}
                y1="0"
                y2={ROW}
              />
            ))}
            <rect
              className={css.interval}
              x={at(found.low)}
              y="5"
              width={at(found.high) - at(found.low)}
              height="4"
            />
            <rect className={css.point} x={at(found.ratio) - 0.6} y="2" width="1.2" height="10" />
          </svg>
          <span className={css.chartWords}>{words(found)}</span>
        </div>
      ))}
      <div className={css.scale} aria-hidden="true">
        {marks.map((mark) => (
          <span key={mark.name} style={{ insetInlineStart: `${at(mark.ratio)}%` }}>
            {t(`effect.chart.mark.${mark.name}`)}
          </span>
        ))}
      </div>
      <figcaption className={css.note}>{t("effect.chart.caption")}</figcaption>
    </figure>
  );
}
