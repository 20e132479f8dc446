/**
 * The release area that holds a point, found in the browser: where somebody points is not asked about elsewhere. Loaded
 * only when a point was chosen, because the projection is large.
 */
import type { Boot } from "@trygg/shared/boot.ts";
import { type LngLat, toGrid } from "@trygg/shared/geo/sweref.ts";
import { placeOnGrid } from "@trygg/shared/place/on-grid.ts";

export function areaOfPoint(at: LngLat, areas: Boot["areas"]): string | null {
  const areaOf = (square: string) => areas.find(({ squares }) => squares.includes(square))?.id;
  return placeOnGrid(toGrid(at), areaOf)?.area ?? null;
}
