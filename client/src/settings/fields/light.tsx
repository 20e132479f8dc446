/** What light is computed with where nobody has told, and below how much a place counts as dark. */
import { useTranslation } from "react-i18next";
import type { FieldsProps } from "../fields-props.ts";
import { NumberField } from "../number-field.tsx";
import css from "../settings.module.css";

export function LightFields({ value, onValue, wrong }: FieldsProps<"light">) {
  const { t } = useTranslation();
  const { maintenance, leastLux, usual, standIn } = value;
  return (
    <>
      <div className={css.pair}>
        <NumberField
          label={t("settings.light.maintenance")}
          hint={t("settings.light.maintenanceHint")}
          step={0.01}
          value={maintenance}
          error={wrong("maintenance")}
          onValue={(typed) => onValue({ ...value, maintenance: typed })}
        />
        <NumberField
          label={t("settings.light.leastLux")}
          hint={t("settings.light.leastLuxHint")}
          step={0.1}
          value={leastLux}
          error={wrong("leastLux")}
          onValue={(typed) => onValue({ ...value, leastLux: typed })}
        />
      </div>
      <fieldset className={css.group}>
        <legend>{t("settings.light.usual")}</legend>
        <div className={css.pair}>
          <NumberField
            label={t("settings.light.height")}
            step={0.1}
            value={usual.height}
            error={wrong("usual.height")}
            onValue={(height) => onValue({ ...value, usual: { ...usual, height } })}
          />
          <NumberField
            label={t("settings.light.flux")}
            step={100}
            value={usual.flux}
            error={wrong("usual.flux")}
            onValue={(flux) => onValue({ ...value, usual: { ...usual, flux } })}
          />
        </div>
      </fieldset>
      <fieldset className={css.group}>
        <legend>{t("settings.light.standIn")}</legend>
        <p className={css.note}>{t("settings.light.standInNote")}</p>
        <div className={css.pair}>
          {(["q", "a", "b"] as const).map((part) => (
            <NumberField
              key={part}
              label={t(`settings.light.${part}`)}
              step={part === "q" ? 1 : 0.05}
              value={standIn[part]}
              error={wrong(`standIn.${part}`)}
              onValue={(typed) => onValue({ ...value, standIn: { ...standIn, [part]: typed } })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
