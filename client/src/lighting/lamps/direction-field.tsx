/** Towards where the street side faces: typed, or turned with a slider; empty where nobody knows. */
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/field.tsx";
import css from "./lamps.module.css";

interface Props {
  /** Degrees clockwise from north, as typed. */
  value: string;
  error: string | undefined;
  told(degrees: number): string;
  onValue(value: string): void;
}

const STEP = 5;

export function DirectionField({ value, error, told, onValue }: Props) {
  const { t } = useTranslation();
  const degrees = value === "" ? null : Number(value.replace(",", "."));
  const words = degrees === null || Number.isNaN(degrees) ? t("lamps.unknown") : told(degrees);
  return (
    <div className={css.direction}>
      <TextField
        label={t("lamps.field.direction")}
        hint={t("lamps.form.directionHint")}
        error={error}
        inputMode="decimal"
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
      <input
        className={css.slider}
        type="range"
        aria-label={t("lamps.form.turn")}
        aria-valuetext={words}
        min={0}
        max={360 - STEP}
        step={STEP}
        value={degrees ?? 0}
        onChange={(event) => onValue(event.target.value)}
      />
      <p className={css.text}>{words}</p>
    </div>
  );
}
