/** Plans by which lamps give less light at some hours. */
import type { DimmingPlan } from "@trygg/shared/lighting/town.ts";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/field.tsx";
import type { FieldsProps } from "../fields-props.ts";
import { ListButtons, changedAt } from "../list-buttons.tsx";
import { NumberField } from "../number-field.tsx";
import css from "../settings.module.css";
import { withId } from "../with-id.ts";
import { WordsFields, noWords } from "../words-fields.tsx";

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const newStep = { from: 23, to: 5, share: 0.5 };

export function DimmingFields({ value: { dimming }, onValue, wrong, answer }: FieldsProps<"dimming">) {
  const { t } = useTranslation();
  const stored = answer.settings.dimming.value.dimming.map(({ id }) => id);
  const change = (plans: DimmingPlan[]) => onValue({ dimming: plans });
  const set = (at: number, plan: DimmingPlan) => change(changedAt(dimming, at, withId(plan, stored)));
  return (
    <>
      <ul className={css.list}>
        {dimming.map((plan, index) => {
          const called = plan.name.sv || t("settings.dimming.new");
          return (
            // oxlint-disable-next-line react/no-array-index-key -- the id follows the name that is being typed
            <li key={index} className={css.row}>
              <div className={css.line}>
                <strong className={css.name}>{called}</strong>
                <ListButtons name={called} onRemove={() => change(changedAt(dimming, index))} />
              </div>
              <WordsFields
                label={t("settings.name")}
                words={plan.name}
                onWords={(name) => set(index, { ...plan, name })}
                languages={answer.languages}
                path={`dimming.${index}.name`}
                wrong={wrong}
              />
              <Steps
                name={called}
                steps={plan.steps}
                wrong={(step) => wrong(`dimming.${index}.steps.${step}.share`)}
                onSteps={(steps) => set(index, { ...plan, steps })}
              />
            </li>
          );
        })}
      </ul>
      {wrong("dimming") ? <p className={css.wrong}>{wrong("dimming")}</p> : null}
      <div className={css.buttons}>
        <Button
          icon={<Plus aria-hidden="true" />}
          onClick={() => change([...dimming, { id: "", name: noWords, steps: [newStep] }])}
        >
          {t("settings.dimming.add")}
        </Button>
      </div>
    </>
  );
}

interface StepsProps {
  /** Of the plan. */
  name: string;
  steps: DimmingPlan["steps"];
  wrong(step: number): string | undefined;
  onSteps(steps: DimmingPlan["steps"]): void;
}

function Steps({ name, steps, wrong, onSteps }: StepsProps) {
  const { t } = useTranslation();
  return (
    <>
      {steps.map((step, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a step is nothing but its place in the plan
        <div key={index} className={css.pair}>
          {(["from", "to"] as const).map((end) => (
            <SelectField
              key={end}
              label={t(`settings.dimming.${end}`)}
              value={step[end]}
              onChange={({ target }) =>
                onSteps(changedAt(steps, index, { ...step, [end]: Number(target.value) }))
              }
            >
              {hours.map((hour) => (
                <option key={hour} value={hour}>
                  {String(hour).padStart(2, "0")}
                </option>
              ))}
            </SelectField>
          ))}
          <NumberField
            label={t("settings.dimming.percent")}
            step={5}
            value={Math.round(step.share * 100)}
            error={wrong(index)}
            onValue={(percent) => onSteps(changedAt(steps, index, { ...step, share: percent / 100 }))}
          />
          {steps.length > 1 ? (
            <ListButtons
              name={t("settings.dimming.step", { number: index + 1, name })}
              onRemove={() => onSteps(changedAt(steps, index))}
            />
          ) : null}
        </div>
      ))}
      <div className={css.buttons}>
        <Button look="quiet" onClick={() => onSteps([...steps, newStep])}>
          {t("settings.dimming.addStep")}
        </Button>
      </div>
    </>
  );
}
