/** Positions, stretches of street and named places in the words of the language that is shown. */
import type { LngLat } from "@trygg/shared/geo/sweref.ts";
import type { Stretch } from "@trygg/shared/place/stretches.ts";
import { type Whereabouts, whereaboutsOf } from "@trygg/shared/place/words.ts";
import { useTranslation } from "react-i18next";
import { usePlaces } from "./places.tsx";

type Named = Pick<Stretch, "street" | "from" | "to">;

interface PlaceWords {
  /** `nära Drottninggatan, mellan Rådhusgatan och Ronnebygatan`; null where nothing is near. */
  of(at: LngLat): string | null;
  /** `mellan Rådhusgatan och Ronnebygatan`, where the street has been said. */
  part(stretch: Named): string;
  /** `Drottninggatan, mellan Rådhusgatan och Ronnebygatan`. */
  stretch(stretch: Named): string;
}

/** `nära Drottninggatan, mellan Rådhusgatan och Ronnebygatan`. */
export function useWhereaboutsWords(): (told: Whereabouts) => string {
  const { t } = useTranslation();
  return (told) => {
    if (told.kind === "place") return t("place.words.near", told);
    if (told.kind === "crossing") return t("place.words.crossing", told);
    const { street, from, to } = told;
    if (from !== null && to !== null) return t("place.words.between", { street, from, to });
    const end = from ?? to;
    return end === null ? t("place.words.near", { name: street }) : t("place.words.by", { street, end });
  };
}

export function usePlaceWords(): PlaceWords {
  const { t } = useTranslation();
  const { places, stretches } = usePlaces();
  const words = useWhereaboutsWords();
  const part = ({ from, to }: Named) => {
    if (from !== null && to !== null) return t("place.words.stretch.between", { from, to });
    const end = from ?? to;
    return end === null ? t("place.words.stretch.whole") : t("place.words.stretch.by", { end });
  };
  return {
    part,
    stretch: (stretch) => t("place.words.onStreet", { street: stretch.street, part: part(stretch) }),
    of(at) {
      const told = whereaboutsOf(at, stretches, places);
      return told && words(told);
    },
  };
}
