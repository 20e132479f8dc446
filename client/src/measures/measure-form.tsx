/** The form of a measure: what, where, in which state, by whom, and the words that everybody will read. */
import {
  type Measure,
  type MeasureInput,
  type MeasureKind,
  type MeasureState,
  measureKinds,
  measureStates,
} from "@trygg/shared/measures/schema.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNames, useTown } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import { SelectField, TextArea, TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import css from "./measure-form.module.css";

/** What is being edited: a new measure, perhaps for a given area, or an old one. */
export type MeasureDraft = { area?: string | undefined; measure?: Measure };

interface Props {
  draft: MeasureDraft;
  at: { lng: number; lat: number } | null;
  error: string | null;
  saving: boolean;
  onSave(input: MeasureInput): void;
  onCancel(): void;
}

export function MeasureForm({ draft, at, error, saving, onSave, onCancel }: Props) {
  const { t, i18n } = useTranslation();
  const { areas } = useTown();
  const names = useNames();
  const { measure } = draft;
  const [kind, setKind] = useState<MeasureKind>(measure?.kind ?? "light");
  const [area, setArea] = useState(measure?.area ?? draft.area ?? "");
  const [title, setTitle] = useState(measure?.title ?? "");
  const [state, setState] = useState<MeasureState>(measure?.state ?? "idea");
  const [reason, setReason] = useState(measure?.reason ?? "");
  const [owner, setOwner] = useState(measure?.owner ?? "");
  const [cost, setCost] = useState(measure?.cost === undefined ? "" : String(measure.cost));
  const [from, setFrom] = useState(measure?.from ?? "");
  const [to, setTo] = useState(measure?.to ?? "");
  const [publicText, setPublicText] = useState(measure?.publicText ?? "");

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const where = at
      ? { type: "Point" as const, coordinates: [at.lng, at.lat] as [number, number] }
      : measure?.where;
    onSave({
      kind,
      area,
      title,
      state,
      ...(measure ? { id: measure.id, version: measure.version } : {}),
      ...(where ? { where } : {}),
      ...(state === "declined" ? { reason } : {}),
      ...(owner ? { owner } : {}),
      ...(cost ? { cost: Number(cost) } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(publicText ? { publicText } : {}),
    });
  };

  return (
    <form className={css.form} onSubmit={submit}>
      <h3>{t(measure ? "measures.edit" : "measures.add")}</h3>
      <TextField
        label={t("measures.form.title")}
        hint={t("measures.form.titleHint")}
        required
        minLength={3}
        maxLength={120}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <SelectField
        label={t("measures.form.kind")}
        value={kind}
        onChange={(event) => setKind(event.target.value as MeasureKind)}
      >
        {measureKinds.map((each) => (
          <option key={each} value={each}>
            {t(`measures.kind.${each}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("measures.form.area")}
        required
        value={area}
        onChange={(event) => setArea(event.target.value)}
      >
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
        {t(at || measure?.where ? "measures.form.placed" : "measures.form.place")}
      </p>
      <SelectField
        label={t("measures.form.state")}
        value={state}
        onChange={(event) => setState(event.target.value as MeasureState)}
      >
        {measureStates.map((each) => (
          <option key={each} value={each}>
            {t(`measures.state.${each}`)}
          </option>
        ))}
      </SelectField>
      {state === "declined" ? (
        <TextArea
          label={t("measures.form.reason")}
          required
          minLength={3}
          maxLength={500}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
      <TextArea
        label={t("measures.form.publicText")}
        hint={t("measures.form.publicHint")}
        minLength={3}
        maxLength={1000}
        rows={3}
        value={publicText}
        onChange={(event) => setPublicText(event.target.value)}
      />
      <div className={css.pair}>
        <TextField
          label={t("measures.form.from")}
          type="date"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label={t("measures.form.to")}
          type="date"
          min={from}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
      <div className={css.pair}>
        <TextField
          label={t("measures.form.owner")}
          maxLength={120}
          value={owner}
          onChange={(event) => setOwner(event.target.value)}
        />
        <TextField
          label={t("measures.form.cost")}
          hint={t("measures.form.costHint")}
          type="number"
          inputMode="numeric"
          min={0}
          step={1}
          value={cost}
          onChange={(event) => setCost(event.target.value)}
        />
      </div>
      {error ? <Message tone="wrong">{error}</Message> : null}
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
