/** A role by its name; whatever is none stands as it was written. */
import { role } from "@trygg/shared/accounts/schema.ts";
import { useTranslation } from "react-i18next";

export function useRoleWords(): (given: string) => string {
  const { t } = useTranslation();
  return (given) => {
    const known = role.safeParse(given);
    if (known.success) return t(`desk.lens.${known.data}`);
    return given === "operator" ? t("audit.operator") : given;
  };
}
