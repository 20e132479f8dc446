/** Positions as they come in from maps, phones and outside programs. */
import { z } from "zod";
import { type LngLat, toLngLat } from "../geo/sweref.ts";
import { roundDegrees } from "../geo/square.ts";

/** Any two finite numbers; whether they lie in the town is the place's to say. */
export const position = z.strictObject({ lng: z.number(), lat: z.number() });

/** Why a position that is not inside may be wrong, with the mended position where one can be guessed. */
export type Misplaced =
  | { code: "swappedCoordinates" | "gridAsDegrees"; suggestion: LngLat }
  | { code: "outsidePlace" };

/**
 * Explains a position that `isInside` refused: its two numbers may have changed places, or be metres of the national
 * grid (in either order); otherwise it is simply somewhere else.
 */
export function explainMisplaced({ lng, lat }: LngLat, isInside: (at: LngLat) => boolean): Misplaced {
  const swapped = { lng: lat, lat: lng };
  if (isInside(swapped)) return { code: "swappedCoordinates", suggestion: swapped };
  for (const grid of [
    { east: lng, north: lat },
    { east: lat, north: lng },
  ]) {
    if (grid.east < 1000 || grid.north < 1000) continue;
    const degrees = toLngLat(grid);
    if (isInside(degrees))
      return {
        code: "gridAsDegrees",
        suggestion: { lng: roundDegrees(degrees.lng), lat: roundDegrees(degrees.lat) },
      };
  }
  return { code: "outsidePlace" };
}
