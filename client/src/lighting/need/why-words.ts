/** Why a square needs light, in one sentence. */
import type { NeedSquare } from "@trygg/shared/siting/schema.ts";
import { useTranslation } from "react-i18next";

export function useWhyWords(): (square: NeedSquare) => string {
  const { t, i18n } = useTranslation();
  const lux = useLux();
  return ({ voices, lowest, wanted, way }) =>
    [
      t("lighting.need.why.voices", { count: voices }),
      t(lowest < wanted ? "lighting.need.why.dark" : "lighting.need.why.lit", {
        lux: lux(lowest),
        wanted: new Intl.NumberFormat(i18n.language).format(wanted),
      }),
      ...(way ? [t("lighting.need.why.way", way)] : []),
    ].join(", ");
}

/** Lux as they are said: tenths, and no more. */
export function useLux(): (lux: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (lux) => format.format(lux);
}
