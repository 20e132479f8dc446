/** Two questions about the sender that nobody has to answer. The answers leave by themselves, with nothing of the report. */
import type { ReportDraft } from "@trygg/shared/reports/draft.ts";
import { type AgeBand, type Gender, ageBands, genders } from "@trygg/shared/reports/terms.ts";
import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/field.tsx";
import css from "./report-form.module.css";

interface Props {
  draft: ReportDraft;
  onDraft(change: Partial<ReportDraft>): void;
}

export function AboutSender({ draft, onDraft }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={css.about}>
      <legend>{t("form.sender.title")}</legend>
      <p className={css.limit}>{t("form.sender.text")}</p>
      <SelectField
        label={t("form.sender.age")}
        name="age"
        value={draft.age ?? ""}
        onChange={({ target }) => onDraft({ age: target.value === "" ? null : (target.value as AgeBand) })}
      >
        <option value="">{t("form.sender.none")}</option>
        {ageBands.map((band) => (
          <option key={band} value={band}>
            {t(`form.sender.ages.${band}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("form.sender.gender")}
        name="gender"
        value={draft.gender ?? ""}
        onChange={({ target }) => onDraft({ gender: target.value === "" ? null : (target.value as Gender) })}
      >
        <option value="">{t("form.sender.none")}</option>
        {genders.map((gender) => (
          <option key={gender} value={gender}>
            {t(`form.sender.genders.${gender}`)}
          </option>
        ))}
      </SelectField>
    </fieldset>
  );
}
