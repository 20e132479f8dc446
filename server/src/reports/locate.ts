/** Where a report is kept: a point of the 10 m grid, the square and the release area that hold it. */
import { type LngLat, toGrid } from "@trygg/shared/geo/sweref.ts";
import { type GridPlace, placeOnGrid } from "@trygg/shared/place/on-grid.ts";
import { misplaced, refuseOutside } from "../place/misplaced.ts";
import type { Town } from "../place/town.ts";

/** Throws a Refusal for a position outside the centre. */
export function locate(town: Town, at: LngLat): GridPlace {
  refuseOutside(town, at);
  const found = placeOnGrid(toGrid(at), town.areaOf);
  if (!found) throw misplaced(town, at);
  return found;
}
