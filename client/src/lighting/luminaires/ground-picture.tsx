/** The light of one lamp on the ground, seen from above: outlines of equal light, with the street side marked. */
import { useTranslation } from "react-i18next";
import { useNumber } from "../../ui/locale.ts";
import { type Pictured, outlinesOnGround } from "./curves.ts";
import css from "./pictures.module.css";

const LEVELS = [1, 2, 5, 10, 20, 50];

/** `height` is where it hangs, metres. */
export function GroundPicture({ pictured, height }: { pictured: Pictured; height: number }) {
  const { t } = useTranslation();
  const number = useNumber();
  const outlines = outlinesOnGround(pictured, height, LEVELS);
  const widest = outlines[0]?.outline ?? [];
  // As near as the faintest outline lets it be seen, metres from the lamp to the edge.
  const half = Math.max(8, ...widest.flatMap((each) => [Math.abs(each.along), Math.abs(each.towards)])) + 2;
  const below = Math.max(0.6 * half, ...widest.map((each) => 2 - each.towards));
  const text = half * 0.075;
  const towards = number(Math.max(0, ...widest.map((each) => each.towards)));
  const behind = number(Math.max(0, ...widest.map((each) => -each.towards)));
  return (
    <figure className={css.figure}>
      <svg
        className={css.picture}
        viewBox={`${-half} ${-half} ${2 * half} ${half + below}`}
        role="img"
        aria-label={
          outlines[0]
            ? t("luminaires.ground.told", { lux: number(outlines[0].level), towards, behind })
            : t("luminaires.ground.dark")
        }
      >
        <rect className={css.street} x={-half} y={-half} width={2 * half} height={half - 1} />
        <text className={css.place} fontSize={text} x={text - half} y={1.5 * text - half}>
          {t("luminaires.ground.street")}
        </text>
        <text className={css.place} fontSize={text} x={text - half} y={below - text}>
          {t("luminaires.ground.behind")}
        </text>
        {outlines.map(({ level, outline }) => (
          <path
            key={level}
            className={css.light}
            d={`M${outline.map(({ along, towards: north }) => `${along.toFixed(2)} ${(-north).toFixed(2)}`).join("L")}Z`}
          />
        ))}
        {outlines.map(({ level, outline }) => (
          <text key={level} className={css.level} fontSize={text} x={outline[0]?.along ?? 0} y={text / 3}>
            {number(level)}
          </text>
        ))}
        <circle className={css.lamp} r={text / 2.5} />
        <path
          className={css.scale}
          d={`M${half - text - 5} ${below - 1.6 * text}v${text / 2}h5v${-text / 2}`}
        />
        <text className={css.level} fontSize={text} x={half - text - 2.5} y={below - 1.8 * text}>
          5 m
        </text>
      </svg>
      <figcaption className={css.caption}>
        <strong>{t("luminaires.ground.title", { height: number(height) })}</strong>
        <span>{t("luminaires.ground.text")}</span>
      </figcaption>
    </figure>
  );
}
