/** Who answers: for personal data, and for it that all can use the service. */
import { useTranslation } from "react-i18next";
import type { FieldsProps } from "../fields-props.ts";
import { LinkFields } from "../link-fields.tsx";

export function PrivacyFields({ value, onValue, wrong, answer }: FieldsProps<"privacy">) {
  const { t } = useTranslation();
  return (["controller", "dataProtectionOfficer"] as const).map((who) => (
    <LinkFields
      key={who}
      title={t(`settings.privacy.${who}`)}
      link={value[who]}
      onLink={(link) => onValue({ ...value, [who]: link })}
      languages={answer.languages}
      path={who}
      wrong={wrong}
    />
  ));
}

export function AccessibilityFields({ value, onValue, wrong, answer }: FieldsProps<"accessibility">) {
  const { t } = useTranslation();
  return (
    <LinkFields
      title={t("settings.accessibility.body")}
      link={value.body}
      onLink={(body) => onValue({ body })}
      languages={answer.languages}
      path="body"
      wrong={wrong}
    />
  );
}
