/** Where a report is kept: one rule for the form, which tells of its area, and for the server, which stores it. */
import { type SquareId, squareAt } from "../geo/square.ts";
import type { GridPosition } from "../geo/sweref.ts";

/** Metres between the points that reports are moved to. */
const STEP = 10;

export interface GridPlace extends GridPosition {
  square: SquareId;
  area: string;
}

/**
 * The point of the 10 m grid that a position is moved to, with the square and the release area that hold it; undefined
 * for a position outside all areas, however near. `areaOf` knows the area of each square.
 */
export function placeOnGrid(
  at: GridPosition,
  areaOf: (square: SquareId) => string | undefined,
): GridPlace | undefined {
  if (areaOf(squareAt(at)) === undefined) return undefined;
  for (const point of gridPointsNear(at)) {
    const square = squareAt(point);
    const area = areaOf(square);
    if (area !== undefined) return { ...point, square, area };
  }
  return undefined;
}

/** The four grid points around a position, nearest first: at the town's edge the nearest may lie outside it. */
function gridPointsNear({ east, north }: GridPosition): GridPosition[] {
  const around = (value: number) => [Math.floor(value / STEP) * STEP, Math.ceil(value / STEP) * STEP];
  return around(east)
    .flatMap((x) => around(north).map((y) => ({ east: x, north: y })))
    .sort((a, b) => Math.hypot(a.east - east, a.north - north) - Math.hypot(b.east - east, b.north - north));
}
