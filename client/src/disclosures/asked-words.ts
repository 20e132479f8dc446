/** What somebody asked for, in words. */
import type { DisclosedAsked } from "@trygg/shared/disclosures/schema.ts";
import { useTranslation } from "react-i18next";
import { useNames } from "../place/town.tsx";
import { useDate } from "../ui/date.ts";

export function useAskedWords(): (asked: DisclosedAsked) => string {
  const { t } = useTranslation();
  const names = useNames();
  const date = useDate();
  return (asked) =>
    asked.by === "area"
      ? t("disclosures.askedFor.area", {
          area: names.area(asked.area),
          from: date(asked.from),
          to: date(asked.to),
        })
      : t(`disclosures.askedFor.${asked.by}`);
}
