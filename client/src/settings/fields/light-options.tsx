/** What can be done about light, and what each costs. */
import { type LightingOption, optionKinds } from "@trygg/shared/lighting/town.ts";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/field.tsx";
import type { FieldsProps } from "../fields-props.ts";
import { ListButtons, changedAt, moved } from "../list-buttons.tsx";
import { NumberField, OptionalNumberField } from "../number-field.tsx";
import css from "../settings.module.css";
import { withId } from "../with-id.ts";
import { WordsFields, noWords } from "../words-fields.tsx";

const newOption: LightingOption = {
  id: "",
  kind: "head",
  name: noWords,
  cost: 0,
  height: null,
  flux: null,
  luminaire: null,
};

export function LightOptionsFields({
  value: { options },
  onValue,
  wrong,
  answer,
}: FieldsProps<"lightOptions">) {
  const { t } = useTranslation();
  const stored = answer.settings.lightOptions.value.options.map(({ id }) => id);
  const change = (all: LightingOption[]) => onValue({ options: all });
  const set = (at: number, option: LightingOption) => change(changedAt(options, at, withId(option, stored)));
  const move = (at: number, to: number) =>
    to >= 0 && to < options.length ? () => change(moved(options, at, to)) : undefined;
  return (
    <>
      <ul className={css.list}>
        {options.map((option, index) => {
          const called = option.name.sv || t("settings.lightOptions.new");
          const path = `options.${index}`;
          return (
            // oxlint-disable-next-line react/no-array-index-key -- the id follows the name that is being typed
            <li key={index} className={css.row}>
              <div className={css.line}>
                <strong className={css.name}>{called}</strong>
                <ListButtons
                  name={called}
                  onUp={move(index, index - 1)}
                  onDown={move(index, index + 1)}
                  onRemove={() => change(changedAt(options, index))}
                />
              </div>
              <WordsFields
                label={t("settings.name")}
                words={option.name}
                onWords={(name) => set(index, { ...option, name })}
                languages={answer.languages}
                path={`${path}.name`}
                wrong={wrong}
              />
              <div className={css.pair}>
                <SelectField
                  label={t("settings.lightOptions.kind")}
                  value={option.kind}
                  onChange={({ target }) =>
                    set(index, { ...option, kind: target.value as LightingOption["kind"] })
                  }
                >
                  {optionKinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {t(`settings.lightOptions.kinds.${kind}`)}
                    </option>
                  ))}
                </SelectField>
                <NumberField
                  label={t("settings.lightOptions.cost")}
                  step={100}
                  value={option.cost}
                  error={wrong(`${path}.cost`)}
                  onValue={(cost) => set(index, { ...option, cost })}
                />
                {(["height", "flux"] as const).map((part) => (
                  <OptionalNumberField
                    key={part}
                    label={t(`settings.light.${part}`)}
                    hint={t("settings.optional")}
                    step={part === "height" ? 0.1 : 100}
                    value={option[part]}
                    error={wrong(`${path}.${part}`)}
                    onValue={(typed) => set(index, { ...option, [part]: typed })}
                  />
                ))}
              </div>
            </li>
          );
        })}
      </ul>
      {wrong("options") ? <p className={css.wrong}>{wrong("options")}</p> : null}
      <div className={css.buttons}>
        <Button icon={<Plus aria-hidden="true" />} onClick={() => change([...options, newOption])}>
          {t("settings.lightOptions.add")}
        </Button>
      </div>
    </>
  );
}
