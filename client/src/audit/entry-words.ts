/** What an entry of the log says, in words: what was done, and what of its details anybody understands at once. */
import type { AuditEntry } from "@trygg/shared/audit/schema.ts";
import { reportFilter } from "@trygg/shared/reports/filter.ts";
import { useTranslation } from "react-i18next";
import { useNames } from "../place/town.tsx";
import { useFilterWords } from "../reports/filter-words.ts";

export function useActionWords(): (action: string) => string {
  const { t, i18n } = useTranslation();
  return (action) => {
    const key = `audit.did.${action}`;
    return i18n.exists(key) ? i18n.t(key as "audit.did.unknown") : t("audit.did.unknown", { action });
  };
}

/** The area, the reason, what was chosen and how much of it there was. */
export function useDetailWords(): (details: AuditEntry["details"]) => string[] {
  const { t } = useTranslation();
  const names = useNames();
  const filterWords = useFilterWords();
  return ({ area, reason, filter, rows, number, looks }) => {
    const chosen = reportFilter.safeParse(filter);
    return [
      typeof area === "string" ? names.area(area) : null,
      typeof number === "string" ? number : null,
      typeof looks === "number" ? t("audit.looks", { count: looks }) : null,
      typeof rows === "number" ? t("audit.rows", { count: rows }) : null,
      ...(chosen.success ? filterWords(chosen.data) : []),
      typeof reason === "string" ? t("audit.reason", { reason }) : null,
    ].filter((word) => word !== null);
  };
}
