/** What is said of a measure's effect, in the language that is shown. */
import type { MeasureEffect } from "@trygg/shared/measures/effect.ts";
import type { TFunction } from "i18next";

type Reason = MeasureEffect["because"];

/** Why the verdict is what it is. */
export function verdictWords(t: TFunction, because: Reason): string {
  switch (because.key) {
    case "fewMonths":
      return t("effect.because.fewMonths", { count: because.of, months: because.months });
    case "chance":
    case "meanAgain":
      return because.fewer >= 0
        ? t(`effect.because.${because.key}`, { share: because.fewer })
        : t("effect.because.chanceMore", { share: -because.fewer });
    case "fewer":
      return t("effect.because.fewer", { share: because.fewer });
    case "more":
      return t("effect.because.more", { share: because.more });
    default:
      return t(`effect.because.${because.key}`);
  }
}

/** How many fewer or more a ratio means, in whole per cent. */
export function changeWords(t: TFunction, ratio: number): string {
  const share = Math.round(Math.abs(1 - ratio) * 100);
  return t(ratio <= 1 ? "effect.change.fewer" : "effect.change.more", { share });
}
