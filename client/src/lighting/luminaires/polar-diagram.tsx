/** Intensities of a luminaire as a polar diagram: straight down is down, and the street is on the right. */
import { useTranslation } from "react-i18next";
import { useNumber } from "../../ui/locale.ts";
import { type Pictured, brightest, planeOf, roundAbove } from "./curves.ts";
import css from "./pictures.module.css";

/** Units from the lamp to the outermost ring. */
const RADIUS = 100;
const RINGS = [0.5, 1];
const ANGLES = [-90, -60, -30, 0, 30, 60, 90];

export function PolarDiagram({ pictured }: { pictured: Pictured }) {
  const { t } = useTranslation();
  const number = useNumber();
  const peak = brightest(pictured);
  const most = roundAbove(peak.candela);
  const upwards = planeOf(pictured, 0)
    .concat(planeOf(pictured, 90), planeOf(pictured, 270))
    .some(({ gamma, candela }) => gamma > 95 && candela > peak.candela / 100);
  const at = (degrees: number, share: number) => {
    const angle = (degrees * Math.PI) / 180;
    return `${(RADIUS * share * Math.sin(angle)).toFixed(1)} ${(RADIUS * share * Math.cos(angle)).toFixed(1)}`;
  };
  /** One curve through two planes that face each other. */
  const curve = (right: number, left: number) => {
    const points = [
      ...planeOf(pictured, left)
        .toReversed()
        .map(({ gamma, candela }) => at(-gamma, candela / most)),
      ...planeOf(pictured, right).map(({ gamma, candela }) => at(gamma, candela / most)),
    ];
    return `M${points.join("L")}Z`;
  };
  const top = upwards ? -RADIUS - 14 : -24;
  return (
    <figure className={css.figure}>
      <svg
        className={css.picture}
        viewBox={`-124 ${top} 248 ${RADIUS + 22 - top}`}
        role="img"
        aria-label={t("luminaires.polar.told", {
          candela: number(Math.round(peak.candela)),
          gamma: peak.gamma,
          side: t(`luminaires.side.${sideOf(peak)}`),
        })}
      >
        {ANGLES.map((angle) => (
          <g key={angle}>
            <path className={css.grid} d={`M0 0L${at(angle, 1)}`} />
            <text className={css.tick} x={0} y={0} transform={`translate(${at(angle, 1.11)})`} dy="3">
              {Math.abs(angle)}°
            </text>
          </g>
        ))}
        {RINGS.map((ring) => (
          <circle key={ring} className={css.grid} r={RADIUS * ring} />
        ))}
        <path className={css.along} d={curve(0, 180)} />
        <path className={css.across} d={curve(90, 270)} />
        {RINGS.map((ring) => (
          <text key={ring} className={css.ring} x={3} y={RADIUS * ring - 3}>
            {number(most * ring)}
            {ring === 1 ? " cd" : ""}
          </text>
        ))}
      </svg>
      <figcaption className={css.caption}>
        <strong>{t("luminaires.polar.title")}</strong>
        <span className={css.key}>
          <Line look={css.along} /> {t("luminaires.polar.along")}
        </span>
        <span className={css.key}>
          <Line look={css.across} /> {t("luminaires.polar.across")}
        </span>
      </figcaption>
    </figure>
  );
}

function Line({ look }: { look: string | undefined }) {
  return (
    <svg className={css.line} viewBox="0 0 26 8" aria-hidden="true">
      <path className={look} d="M1 4H25" />
    </svg>
  );
}

/** Which way C points, in a word. */
function sideOf({ c, gamma }: { c: number; gamma: number }) {
  if (gamma < 5) return "down";
  if (c > 45 && c < 135) return "street";
  return c > 225 && c < 315 ? "behind" : "along";
}
