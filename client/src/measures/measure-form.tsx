/** The form of a measure: what, where, in which state, by whom, and the words that everybody will read. */
import { measureKinds, measureStates } from "@trygg/shared/measures/schema.ts";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNames, useTown } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import { SelectField, TextArea, TextField } from "../ui/field.tsx";
import { useTries } from "../ui/use-tries.ts";
import { type MeasureDraft, type MeasureField, type MeasureFields, wrongFields } from "./measure-draft.ts";
import css from "./measure-form.module.css";

interface Props {
  draft: MeasureDraft;
  onDraft(draft: MeasureDraft): void;
  /** What stands in the way of saving. */
  trouble: ReactNode;
  saving: boolean;
  onSave(): void;
  onCancel(): void;
}

export function MeasureForm({ draft, onDraft, trouble, saving, onSave, onCancel }: Props) {
  const { t, i18n } = useTranslation();
  const { areas } = useTown();
  const names = useNames();
  const { form, tried, pointAtWrong } = useTries();
  const { measure, fields, reports = [] } = draft;
  const wrong = wrongFields(fields);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong.length > 0) pointAtWrong();
    else onSave();
  };
  const change = (part: Partial<MeasureFields>) => onDraft({ ...draft, fields: { ...fields, ...part } });
  const errorOf = (field: MeasureField) => {
    const found = tried ? wrong.find((each) => each === field) : undefined;
    return found && t(`measures.wrong.${found}`);
  };
  /** What ties a field of the form to the draft. */
  const bind = (field: Exclude<MeasureField, "where">) => ({
    label: t(`measures.form.${field}`),
    value: fields[field],
    error: errorOf(field),
    onChange: (event: { target: { value: string } }) => change({ [field]: event.target.value }),
  });

  return (
    <form className={css.form} ref={form} noValidate onSubmit={submit}>
      <h2>{t(measure ? "measures.edit" : "measures.add")}</h2>
      {reports.length > 0 ? (
        <p className={css.text}>{t("measures.form.answers", { count: reports.length })}</p>
      ) : null}
      <TextField {...bind("title")} hint={t("measures.form.titleHint")} required maxLength={120} />
      <SelectField {...bind("kind")} hint={t(`measures.form.example.${fields.kind}`)}>
        {measureKinds.map((each) => (
          <option key={each} value={each}>
            {t(`measures.kind.${each}`)}
          </option>
        ))}
      </SelectField>
      <SelectField {...bind("area")} required>
        <option value="">{t("measures.form.chooseArea")}</option>
        {areas
          .toSorted((a, b) => names.area(a.id).localeCompare(names.area(b.id), i18n.language))
          .map(({ id }) => (
            <option key={id} value={id}>
              {names.area(id)}
            </option>
          ))}
      </SelectField>
      <p className={css.place} role="status">
        {t(fields.where ? "measures.form.placed" : "measures.form.place")}
      </p>
      <SelectField {...bind("state")}>
        {measureStates.map((each) => (
          <option key={each} value={each}>
            {t(`measures.state.${each}`)}
          </option>
        ))}
      </SelectField>
      {fields.state === "declined" ? (
        <TextArea {...bind("reason")} required maxLength={500} rows={3} />
      ) : null}
      <TextArea {...bind("publicText")} hint={t("measures.form.publicHint")} maxLength={1000} rows={3} />
      <div className={css.pair}>
        <TextField {...bind("from")} type="date" />
        <TextField {...bind("to")} type="date" min={fields.from} />
      </div>
      <div className={css.pair}>
        <TextField {...bind("owner")} hint={t("measures.form.ownerHint")} maxLength={120} />
        <TextField {...bind("cost")} hint={t("measures.form.costHint")} inputMode="numeric" />
      </div>
      {fields.kind === "light" ? (
        <TextField
          {...bind("measuredLux")}
          hint={t("measures.form.measuredLuxHint")}
          inputMode="decimal"
          maxLength={7}
        />
      ) : null}
      {trouble}
      <div className={css.buttons}>
        <Button look="main" type="submit" disabled={saving}>
          {t("measures.form.save")}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t("ui.cancel")}
        </Button>
      </div>
    </form>
  );
}
