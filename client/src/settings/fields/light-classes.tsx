/** The lighting class that is wanted in each release area. */
import { lightingClasses } from "@trygg/shared/lighting/areas.ts";
import type { LightingClass } from "@trygg/shared/lighting/classes.ts";
import { useTranslation } from "react-i18next";
import { useNames, useTown } from "../../place/town.tsx";
import { SelectField } from "../../ui/field.tsx";
import type { FieldsProps } from "../fields-props.ts";
import css from "../settings.module.css";

export function LightClassesFields({ value: { classes }, onValue }: FieldsProps<"lightClasses">) {
  const { t } = useTranslation();
  const { areas } = useTown();
  const names = useNames();
  const set = (area: string, wanted: string) => {
    const { [area]: _before, ...others } = classes;
    onValue({ classes: wanted === "" ? others : { ...classes, [area]: wanted as LightingClass } });
  };
  return (
    <>
      <p className={css.note}>{t("settings.lightClasses.note")}</p>
      <div className={css.pair}>
        {areas.map(({ id }) => (
          <SelectField
            key={id}
            label={names.area(id)}
            value={classes[id] ?? ""}
            onChange={({ target }) => set(id, target.value)}
          >
            <option value="">{t("settings.lightClasses.none")}</option>
            {lightingClasses.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </SelectField>
        ))}
      </div>
    </>
  );
}
