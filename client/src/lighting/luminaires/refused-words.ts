/** Why a photometric file cannot be used, and what else is worth knowing of one, in the reader's language. */
import type { PhotometryNote } from "@trygg/shared/photometry/raw.ts";
import {
  type PhotometryTerm,
  type Unreadable,
  photometryTerms,
} from "@trygg/shared/photometry/unreadable.ts";
import { useTranslation } from "react-i18next";

export function usePhotometryWords() {
  const { t } = useTranslation();
  const isTerm = (what: unknown): what is PhotometryTerm => photometryTerms.some((term) => term === what);
  return {
    refused({ code, line, values }: Unreadable): string {
      const { what } = values;
      const term = isTerm(what) ? { what: t(`luminaires.term.${what}`) } : {};
      return t("luminaires.refused.line", {
        line,
        reason: t(`luminaires.refused.${code}`, { ...values, ...term }),
      });
    },
    note: ({ code, values = {} }: PhotometryNote): string => t(`luminaires.note.${code}`, values),
  };
}
