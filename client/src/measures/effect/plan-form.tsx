/** Choosing what a measure is held against; what the rule proposes is one press away. */
import { type PlanChoice, planMonths } from "@trygg/shared/measures/plan.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNames, useTown } from "../../place/town.tsx";
import { Button } from "../../ui/button.tsx";
import { ChooseMany, ChooseOne } from "../../ui/choice.tsx";
import css from "./effect.module.css";

interface Props {
  /** The measure's own area, which cannot be held against itself. */
  own: string;
  choice: PlanChoice;
  proposed: PlanChoice;
  isFrozen: boolean;
  saving: boolean;
  onSave(choice: PlanChoice): void;
  onCancel(): void;
}

const zones = ["control", "buffer", "bufferControl"] as const;

export function PlanForm({ own, choice, proposed, isFrozen, saving, onSave, onCancel }: Props) {
  const { t, i18n } = useTranslation();
  const { areas } = useTown();
  const names = useNames();
  const [chosen, setChosen] = useState<PlanChoice>({
    control: choice.control,
    buffer: choice.buffer,
    bufferControl: choice.bufferControl,
    months: choice.months,
  });
  const named = areas
    .filter(({ id }) => id !== own)
    .map(({ id }) => ({ value: id, label: names.area(id) }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  const none = chosen.control.length === 0;
  return (
    <form
      className={css.part}
      onSubmit={(event) => {
        event.preventDefault();
        if (!none) onSave(chosen);
      }}
    >
      <ChooseOne
        look="segments"
        legend={t("effect.plan.followed")}
        value={String(chosen.months)}
        options={planMonths.map((months) => ({
          value: String(months),
          label: t("effect.plan.monthCount", { count: months }),
        }))}
        onChange={(value) =>
          setChosen({ ...chosen, months: planMonths.find((each) => String(each) === value) ?? chosen.months })
        }
      />
      {zones.map((zone) => (
        <ChooseMany
          key={zone}
          legend={t(`effect.zone.${zone}`)}
          hint={t(`effect.plan.hint.${zone}`)}
          values={chosen[zone]}
          // An area stands in one of the lists.
          options={named.filter(({ value }) =>
            zones.every((other) => other === zone || !chosen[other].includes(value)),
          )}
          onChange={(values) => setChosen({ ...chosen, [zone]: values })}
          {...(zone === "control" && none ? { error: t("effect.plan.noControl") } : {})}
        />
      ))}
      {isFrozen ? <p className={css.note}>{t("effect.plan.anewText")}</p> : null}
      <div className={css.buttons}>
        <Button look="main" type="submit" disabled={saving || none}>
          {t(isFrozen ? "effect.plan.freeze" : "effect.plan.save")}
        </Button>
        <Button onClick={() => setChosen(proposed)}>{t("effect.plan.proposed")}</Button>
        <Button look="quiet" onClick={onCancel}>
          {t("ui.cancel")}
        </Button>
      </div>
    </form>
  );
}
