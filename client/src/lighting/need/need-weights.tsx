/** What of the need is shown on the map, and how much each part counts in the sum. */
import { needShows } from "@trygg/shared/siting/need-view.ts";
import { needParts } from "@trygg/shared/siting/schema.ts";
import { useTranslation } from "react-i18next";
import { changeView, useView } from "../../map/use-view.ts";
import { ChooseOne } from "../../ui/choice.tsx";
import { SelectField } from "../../ui/field.tsx";
import css from "./need-panel.module.css";
import { useNeed } from "./use-need.ts";

const WEIGHTS = [0, 1, 2, 3] as const;

export function NeedShown() {
  const { t } = useTranslation();
  const { need } = useView();
  return (
    <ChooseOne
      look="segments"
      legend={t("lighting.need.shows")}
      value={need.shows}
      options={needShows.map((value) => ({ value, label: t(`lighting.need.part.${value}`) }))}
      onChange={(shows) => changeView({ need: { ...need, shows } })}
    />
  );
}

export function NeedWeights() {
  const { t } = useTranslation();
  const { data } = useNeed();
  const { need } = useView();
  return (
    <details className={css.weights}>
      <summary>{t("lighting.need.weights")}</summary>
      <p className={css.text}>
        {t("lighting.need.weightsText")} {data?.footfall === false ? t("lighting.need.noFootfall") : null}
      </p>
      {needParts.map((part) => (
        <SelectField
          key={part}
          label={t(`lighting.need.part.${part}`)}
          hint={t(`lighting.need.partHint.${part}`)}
          value={need.weights[part]}
          onChange={({ target }) =>
            changeView({ need: { ...need, weights: { ...need.weights, [part]: Number(target.value) } } })
          }
        >
          {WEIGHTS.map((weight) => (
            <option key={weight} value={weight}>
              {t(`lighting.need.weight.${weight}`)}
            </option>
          ))}
        </SelectField>
      ))}
    </details>
  );
}
