/** From when the figures of a release are, and when they became public, in one sentence. */
import type { ReleaseManifest } from "@trygg/shared/releases/schema.ts";
import { useTranslation } from "react-i18next";
import { useDate } from "../ui/date.ts";

export function usePeriodWords(): (told: Pick<ReleaseManifest, "window" | "publishedAt">) => string {
  const { t } = useTranslation();
  const date = useDate();
  return ({ window: { from, to }, publishedAt }) =>
    t("lagesbild.period", { from: date(from), to: date(to), published: date(publishedAt.slice(0, 10)) });
}
