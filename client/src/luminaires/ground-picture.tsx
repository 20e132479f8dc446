/** The light of one lamp on the ground, seen from above: outlines of equal light, with the street side marked. */
import { useTranslation } from "react-i18next";
import { useNumber } from "../ui/locale.ts";
import { type Pictured, outlinesOnGround } from "./curves.ts";
import css from "./pictures.module.css";

const LEVELS = [1, 2, 5, 10, 20, 50];

/** `height` is where it hangs, metres. */
export function GroundPicture({ pictured, height }: { pictured: Pictured; height: number }) {
  const { t } = useTranslation();
  const number = useNumber();
  const outlines = outlinesOnGround(pictured, height, LEVELS);
  const widest = outlines[0]?.outline ?? [];
  const towards = number(Math.max(0, ...widest.map((each) => each.towards)));
  const behind = number(Math.max(0, ...widest.map((each) => -each.towards)));
  return (
    <figure className={css.figure}>
      <svg
        className={css.picture}
        viewBox="-24 -24 48 40"
        role="img"
        aria-label={
          outlines[0]
            ? t("luminaires.ground.told", { lux: number(outlines[0].level), towards, behind })
            : t("luminaires.ground.dark")
        }
      >
        <rect className={css.street} x={-24} y={-24} width={48} height={23} />
        <text className={css.place} x={-22} y={-21}>
          {t("luminaires.ground.street")}
        </text>
        <text className={css.place} x={-22} y={14.5}>
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
          <text key={level} className={css.level} x={outline[0]?.along ?? 0} y={0.6}>
            {number(level)}
          </text>
        ))}
        <circle className={css.lamp} r={0.7} />
        <path className={css.scale} d="M11 13V14H21V13" />
        <text className={css.level} x={16} y={12.6}>
          10 m
        </text>
      </svg>
      <figcaption className={css.caption}>
        <strong>{t("luminaires.ground.title", { height: number(height) })}</strong>
        <span>{t("luminaires.ground.text")}</span>
      </figcaption>
    </figure>
  );
}
