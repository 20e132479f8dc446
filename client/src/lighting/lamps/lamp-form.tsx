/** The form of a lamp: where it stands, what hangs there, how it is turned, whose it is, and whether it burns. */
import { lampStatuses } from "@trygg/shared/lighting/schema.ts";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNames, useToday } from "../../place/town.tsx";
import { Button } from "../../ui/button.tsx";
import { ChooseOne } from "../../ui/choice.tsx";
import { SelectField, TextField } from "../../ui/field.tsx";
import { useTries } from "../../ui/use-tries.ts";
import { DirectionField } from "./direction-field.tsx";
import {
  type LampDraft,
  type LampField,
  type LampFields,
  isTouched,
  placeOf,
  withStatus,
  wrongFields,
} from "./lamp-draft.ts";
import { useLampWords } from "./lamp-words.ts";
import css from "./lamps.module.css";

interface Props {
  draft: LampDraft;
  onDraft(draft: LampDraft): void;
  /** What stands in the way of saving. */
  trouble: ReactNode;
  saving: boolean;
  onSave(): void;
  onCancel(): void;
}

export function LampForm({ draft, onDraft, trouble, saving, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const words = useLampWords();
  const today = useToday();
  const { form, tried, pointAtWrong } = useTries();
  const { lamp, fields } = draft;
  const wrong = wrongFields(fields, today());

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong.length > 0) pointAtWrong();
    else onSave();
  };
  const change = (part: Partial<LampFields>) => onDraft({ ...draft, fields: { ...fields, ...part } });
  const errorOf = (field: LampField) => {
    const found = tried ? wrong.find((each) => each === field) : undefined;
    return found && t(`lamps.wrong.${found}`);
  };
  /** What ties a field of the form to the draft. */
  const bind = (field: LampField) => ({
    label: t(`lamps.field.${field}`),
    value: fields[field],
    error: errorOf(field),
    onChange: (event: { target: { value: string } }) => change({ [field]: event.target.value }),
  });
  const place = placeOf(fields);

  return (
    <form className={css.form} ref={form} noValidate onSubmit={submit}>
      <h2>{lamp ? t("lamps.edit", { id: lamp.id }) : t("lamps.add")}</h2>
      {lamp?.area ? <p className={css.text}>{names.area(lamp.area)}</p> : null}
      <fieldset className={css.group}>
        <legend>{t("lamps.form.where")}</legend>
        <p className={css.place} role="status">
          {t(place ? "lamps.form.placed" : "lamps.form.place")}
        </p>
        <div className={css.pair}>
          <TextField {...bind("east")} inputMode="decimal" />
          <TextField {...bind("north")} inputMode="decimal" />
        </div>
        <TextField {...bind("height")} hint={t("lamps.form.heightHint")} inputMode="decimal" />
      </fieldset>
      <fieldset className={css.group}>
        <legend>{t("lamps.form.light")}</legend>
        <SelectField {...bind("luminaire")} hint={t("lamps.form.luminaireHint")}>
          <option value="">{t("lamps.form.noLuminaire")}</option>
          {words.luminaires.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField {...bind("flux")} hint={t("lamps.form.fluxHint")} inputMode="numeric" />
        <DirectionField
          value={fields.direction}
          error={errorOf("direction")}
          told={words.direction}
          onValue={(direction) => change({ direction })}
        />
        <div className={css.pair}>
          <TextField {...bind("tilt")} hint={t("lamps.form.tiltHint")} inputMode="decimal" />
          <TextField {...bind("screened")} hint={t("lamps.form.screenedHint")} inputMode="decimal" />
        </div>
        <SelectField {...bind("dimming")}>
          <option value="">{t("lamps.form.noDimming")}</option>
          {words.plans.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </fieldset>
      <fieldset className={css.group}>
        <legend>{t("lamps.form.state")}</legend>
        <ChooseOne
          look="segments"
          legend={t("lamps.field.status")}
          value={fields.status}
          options={lampStatuses.map((value) => ({ value, label: t(`lamps.status.${value}`) }))}
          onChange={(status) => onDraft({ ...draft, fields: withStatus(fields, status, today()) })}
        />
        <TextField {...bind("statusSince")} type="date" max={today()} />
        <TextField {...bind("statusSource")} hint={t("lamps.form.sourceHint")} maxLength={120} />
        <SelectField {...bind("owner")}>
          {words.owners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </fieldset>
      {trouble}
      <div className={css.buttons}>
        <Button look="main" type="submit" disabled={saving || !isTouched(draft)}>
          {t("lamps.form.save")}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t(isTouched(draft) || !lamp ? "ui.cancel" : "lamps.toList")}
        </Button>
      </div>
    </form>
  );
}
