/** What the server tells of a row or a file, in the reader's language. */
import type { Told } from "@trygg/shared/imports/schema.ts";
import type { ParseKeys } from "i18next";
import { useTranslation } from "react-i18next";

export function useTold(): (told: Told) => string {
  const { t, i18n } = useTranslation();
  // Fields are our own names; one without words is shown as it is.
  const fieldWords = (field: unknown) => {
    const key = `imports.field.${String(field)}`;
    return i18n.exists(key) ? t(key as ParseKeys) : String(field);
  };
  const columnWords = (columns: unknown) =>
    String(columns).replace(/(^|, )(\w+) ← /g, (_, before: string, field: string) => {
      return `${before}${fieldWords(field)} ← `;
    });
  return ({ text, code, values = {} }) => {
    if (!code) return text;
    const { field, columns } = values;
    const said: string = t(`imports.told.${code}`, {
      ...values,
      ...(field === undefined ? {} : { field: fieldWords(field) }),
      ...(columns === undefined ? {} : { columns: columnWords(columns) }),
    });
    return said.charAt(0).toUpperCase() + said.slice(1);
  };
}
