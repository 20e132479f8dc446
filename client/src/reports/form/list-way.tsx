/**
 * Where, from a list in steps: area, then street or place, then part of the street. Without script each step is fetched
 * with a button; the report keeps one point, so a part of a street is sent as its middle.
 */
import { entriesOf } from "@trygg/shared/place/list.ts";
import { type ReportDraft, nowhere, settleDraft } from "@trygg/shared/reports/draft.ts";
import { useTranslation } from "react-i18next";
import { usePlaceWords } from "../../place/place-words.ts";
import { usePlaces } from "../../place/places.tsx";
import { useNames, useTown } from "../../place/town.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/field.tsx";
import { NoScript } from "../../ui/no-script.tsx";
import css from "./where-step.module.css";

interface Props {
  draft: ReportDraft;
  onDraft(change: Partial<ReportDraft>): void;
}

export function ListWay({ draft, onDraft }: Props) {
  const { t } = useTranslation();
  const { areas } = useTown();
  const names = useNames();
  const words = usePlaceWords();
  const data = usePlaces();
  const entries = entriesOf(data, draft.area);
  const stretches = entries.find(({ id }) => id === draft.street)?.stretches ?? [];
  const choose = (change: Partial<ReportDraft>) =>
    onDraft(settleDraft({ ...draft, ...nowhere, ...change }, data));
  const options = {
    area: areas
      .map(({ id }) => ({ id, name: names.area(id) }))
      .toSorted((one, other) => one.name.localeCompare(other.name, "sv")),
    street: entries,
    place: stretches.map((each) => ({ id: each.id, name: words.part(each) })),
  };
  const { area, street } = draft;
  return (
    <fieldset className={css.list}>
      <legend className="visually-hidden">{t("form.where.list")}</legend>
      <SelectField
        label={t("form.where.area")}
        name="area"
        value={area}
        onChange={(event) => choose({ area: event.target.value })}
      >
        <option value="">{t("form.where.chooseArea")}</option>
        <Options of={options.area} />
      </SelectField>
      {entries.length > 0 ? (
        <SelectField
          label={t("form.where.street")}
          name="street"
          value={street}
          onChange={(event) => choose({ area, street: event.target.value })}
        >
          <option value="">{t("form.where.chooseStreet")}</option>
          <Options of={options.street} />
        </SelectField>
      ) : null}
      {stretches.length > 1 ? (
        <SelectField
          label={t("form.where.stretch")}
          name="place"
          value={draft.place}
          onChange={(event) => choose({ area, street, place: event.target.value })}
        >
          <option value="">{t("form.where.chooseStretch")}</option>
          <Options of={options.place} />
        </SelectField>
      ) : null}
      <p className="visually-hidden" role="status">
        {draft.place !== "" || area === ""
          ? null
          : street === ""
            ? t("form.where.entries", { count: entries.length })
            : t("form.where.stretches", { count: stretches.length })}
      </p>
      <NoScript>
        <Button type="submit" name="go" value="where">
          {t("form.where.next")}
        </Button>
      </NoScript>
    </fieldset>
  );
}

function Options({ of }: { of: { id: string; name: string }[] }) {
  return of.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}
