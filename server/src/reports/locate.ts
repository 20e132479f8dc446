/** Where a report is kept: a point of the 10 m grid, the square and the release area that hold it. */
import { squareAt } from "@trygg/shared/geo/square.ts";
import { type GridPosition, type LngLat, toGrid } from "@trygg/shared/geo/sweref.ts";
import { misplaced, refuseOutside } from "../place/misplaced.ts";
import type { Town } from "../place/town.ts";

/** Metres between the points that reports are moved to. */
const STEP = 10;

export interface Location extends GridPosition {
  square: string;
  area: string;
}

/** Throws a Refusal for a position outside the centre. */
export function locate(town: Town, at: LngLat): Location {
  refuseOutside(town, at);
  for (const point of gridPointsNear(toGrid(at))) {
    const area = town.areaAt(point);
    if (area) return { ...point, area, square: squareAt(point) };
  }
  throw misplaced(town, at);
}

/** The four grid points around a position, nearest first: at the town's edge the nearest may lie outside it. */
function gridPointsNear({ east, north }: GridPosition): GridPosition[] {
  const around = (value: number) => [Math.floor(value / STEP) * STEP, Math.ceil(value / STEP) * STEP];
  return around(east)
    .flatMap((x) => around(north).map((y) => ({ east: x, north: y })))
    .sort((a, b) => Math.hypot(a.east - east, a.north - north) - Math.hypot(b.east - east, b.north - north));
}
