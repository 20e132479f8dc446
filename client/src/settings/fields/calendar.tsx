/** On which day of the month reports are released, and on which day of the week presence. */
import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/field.tsx";
import type { FieldsProps } from "../fields-props.ts";
import css from "../settings.module.css";
import { useWeekdays } from "../weekdays.ts";

const days = Array.from({ length: 28 }, (_, index) => index + 1);

export function CalendarFields({ value, onValue }: FieldsProps<"calendar">) {
  const { t } = useTranslation();
  const weekdays = useWeekdays();
  return (
    <div className={css.pair}>
      <SelectField
        label={t("settings.calendar.reports")}
        hint={t("settings.calendar.reportsHint")}
        value={value.reports.dayOfMonth}
        onChange={({ target }) => onValue({ ...value, reports: { dayOfMonth: Number(target.value) } })}
      >
        {days.map((day) => (
          <option key={day}>{day}</option>
        ))}
      </SelectField>
      <SelectField
        label={t("settings.calendar.presence")}
        hint={t("settings.calendar.presenceHint")}
        value={value.presence.weekday}
        onChange={({ target }) => onValue({ ...value, presence: { weekday: Number(target.value) } })}
      >
        {weekdays.map((name, index) => (
          <option key={name} value={index + 1}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
