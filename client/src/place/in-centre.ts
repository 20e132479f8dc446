/** Whether a position lies in the centre. By itself, since the national grid weighs more than a page of the form needs. */
import { squareAt } from "@trygg/shared/geo/square.ts";
import { type LngLat, toGrid } from "@trygg/shared/geo/sweref.ts";

export function isInCentre(at: LngLat, areas: readonly { squares: readonly string[] }[]): boolean {
  const square = squareAt(toGrid(at));
  return areas.some(({ squares }) => squares.includes(square));
}
