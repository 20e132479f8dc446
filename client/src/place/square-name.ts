/** A 62.5 m square in words: its release area and where in it, since squares have no names of their own. */
import { squareCentre } from "@trygg/shared/geo/square.ts";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNames, useTown } from "./town.tsx";

const compass = ["n", "ne", "e", "se", "s", "sw", "w", "nw"] as const;

/** Metres from the middle of an area within which a square is simply its middle. */
const MIDDLE = 40;

export function useSquareName(): (square: string) => string {
  const { areas } = useTown();
  const { t } = useTranslation();
  const names = useNames();
  const areaOf = useMemo(
    () => new Map(areas.flatMap((area) => area.squares.map((square) => [square, area] as const))),
    [areas],
  );
  return (square) => {
    const area = areaOf.get(square);
    if (!area) return square;
    const centres = area.squares.map(squareCentre);
    const middle = {
      east: centres.reduce((sum, { east }) => sum + east, 0) / centres.length,
      north: centres.reduce((sum, { north }) => sum + north, 0) / centres.length,
    };
    const { east, north } = squareCentre(square);
    const away = Math.hypot(east - middle.east, north - middle.north);
    if (away < MIDDLE) return t("place.part", { area: names.area(area.id), part: t("place.compass.middle") });
    const turn = Math.round((Math.atan2(east - middle.east, north - middle.north) / (2 * Math.PI)) * 8);
    const part = compass[(turn + 8) % 8] ?? "n";
    return t("place.part", { area: names.area(area.id), part: t(`place.compass.${part}`) });
  };
}
