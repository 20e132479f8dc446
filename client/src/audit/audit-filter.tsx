/** Chooses among the entries: what was done, by whom, and in which days. */
import type { AuditFilter, auditChoices } from "@trygg/shared/audit/schema.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { useNow, useTown } from "../place/town.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import css from "./audit.module.css";
import { useActionWords } from "./entry-words.ts";
import { useRoleWords } from "./role-words.ts";

interface Props {
  filter: AuditFilter;
  choices: z.infer<typeof auditChoices> | undefined;
  onFilter(filter: AuditFilter): void;
}

export function AuditFilterForm({ filter, choices, onFilter }: Props) {
  const { t } = useTranslation();
  const { place } = useTown();
  const today = localDate(useNow()(), place.timeZone);
  const actionWords = useActionWords();
  const roleWords = useRoleWords();
  const { action = "", person = "", from = "", to = "" } = filter;
  const change = (part: AuditFilter) => {
    const next = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== "");
    onFilter(Object.fromEntries(next));
  };
  return (
    <div className={css.filter}>
      <SelectField
        label={t("audit.filter.action")}
        value={action}
        onChange={({ target }) => change({ action: target.value })}
      >
        <option value="">{t("audit.filter.all")}</option>
        {choices?.actions.map((each) => (
          <option key={each} value={each}>
            {actionWords(each)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("audit.filter.person")}
        value={person}
        onChange={({ target }) => change({ person: target.value })}
      >
        <option value="">{t("audit.filter.everybody")}</option>
        {choices?.people.map(({ id, name, role }) => (
          <option key={id} value={id}>
            {name} ({roleWords(role)})
          </option>
        ))}
      </SelectField>
      <TextField
        type="date"
        label={t("reports.filter.from")}
        value={from}
        max={to || today}
        onChange={({ target }) => change({ from: target.value })}
      />
      <TextField
        type="date"
        label={t("reports.filter.to")}
        value={to}
        min={from}
        max={today}
        error={from && to && to < from ? t("reports.filter.order") : undefined}
        onChange={({ target }) => change({ to: target.value })}
      />
    </div>
  );
}
