/** Where on the map a release area or a 62.5 m square lies. */
import { squareCentre } from "@trygg/shared/geo/square.ts";
import { type LngLat, toLngLat } from "@trygg/shared/geo/sweref.ts";
import { useTown } from "./town.tsx";

/** The middle of an area or square; null for anything else. */
export function useMiddleOf(): (id: string | null) => LngLat | null {
  const { areas } = useTown();
  return (id) => {
    const squares =
      areas.find((area) => area.id === id)?.squares ?? (/^\d+_\d+$/.test(id ?? "") ? [id ?? ""] : []);
    if (squares.length === 0) return null;
    const centres = squares.map(squareCentre);
    return toLngLat({
      east: centres.reduce((sum, { east }) => sum + east, 0) / centres.length,
      north: centres.reduce((sum, { north }) => sum + north, 0) / centres.length,
    });
  };
}
