/** Classes of voices and minutes as words. */
import type { MinuteClass, VoiceClass } from "@trygg/shared/releases/rule.ts";
import { useTranslation } from "react-i18next";

export function useClassWords(): { voices(told: VoiceClass): string; minutes(told: MinuteClass): string } {
  const { t } = useTranslation();
  const range = (told: string) => told.replace("-", "–").replace("<", t("classes.under"));
  return {
    voices: (told) => (told === "few" ? t("classes.few") : t("classes.voices", { range: range(told) })),
    minutes: (told) => (told === "0" ? t("classes.none") : t("classes.minutes", { range: range(told) })),
  };
}
