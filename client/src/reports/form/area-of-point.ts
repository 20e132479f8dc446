/**
 * The release area that holds a point, found in the browser: where somebody points is not asked about elsewhere. Loaded
 * only when a point was chosen, because the projection is large.
 */
import type { Boot } from "@trygg/shared/boot.ts";
import { squareAt } from "@trygg/shared/geo/square.ts";
import { type LngLat, toGrid } from "@trygg/shared/geo/sweref.ts";

/** As the server places a report: moved to the 10 m grid first, and then given the square that holds it. */
const STEP = 10;

export function areaOfPoint(at: LngLat, areas: Boot["areas"]): string | null {
  const { east, north } = toGrid(at);
  const square = squareAt({ east: Math.round(east / STEP) * STEP, north: Math.round(north / STEP) * STEP });
  return areas.find(({ squares }) => squares.includes(square))?.id ?? null;
}
