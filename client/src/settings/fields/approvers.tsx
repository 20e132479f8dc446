/** Who may use the right to give a second approval, and who has that right. */
import { useTranslation } from "react-i18next";
import { ChooseOne } from "../../ui/choice.tsx";
import type { FieldsProps } from "../fields-props.ts";
import css from "../settings.module.css";

export function ApproversFields({ value, onValue, answer }: FieldsProps<"approvers">) {
  const { t } = useTranslation();
  const may = answer.approvers.filter(
    ({ role }) =>
      role === "coordinator" || (value.approvers === "desk" && (role === "planner" || role === "police")),
  );
  return (
    <>
      <ChooseOne
        legend={t("settings.approvers.who")}
        value={value.approvers}
        options={(["coordinators", "desk"] as const).map((who) => ({
          value: who,
          label: t(`settings.approvers.${who}`),
        }))}
        onChange={(approvers) => onValue({ approvers })}
      />
      <div className={css.group}>
        <h4>{t("settings.approvers.accounts")}</h4>
        {may.length === 0 ? (
          <p>{t("settings.approvers.none")}</p>
        ) : (
          <ul>
            {may.map(({ name, role }) => (
              <li key={name}>
                {name} ({t(`desk.lens.${role}`)})
              </li>
            ))}
          </ul>
        )}
        <p className={css.note}>{t("settings.approvers.note")}</p>
      </div>
    </>
  );
}
