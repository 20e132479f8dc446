/**
 * The 62.5 m squares that staff statistics use. They nest in SCB's 250 m and 1 km squares, and are
 * aligned with the national grid: a square is named by the counts of whole squares east and north of its origin.
 */
import type { Polygon } from "geojson";
import { type GridPosition, toLngLat } from "./sweref.ts";

/** Side of a square in metres. */
export const SQUARE_SIDE = 62.5;

/** `floor(E/62.5)_floor(N/62.5)`, for example `7860_99600`. */
export type SquareId = string;

/** The square that holds a position; its south and west edges belong to it. */
export function squareAt({ east, north }: GridPosition): SquareId {
  return `${Math.floor(east / SQUARE_SIDE)}_${Math.floor(north / SQUARE_SIDE)}`;
}

/** South-west corner of a square, in metres. Throws a RangeError for what is not a square id. */
export function squareCorner(id: SquareId): GridPosition {
  const parts = /^(\d+)_(\d+)$/.exec(id);
  if (!parts) throw new RangeError(`expected a square id such as 7860_99600, got "${id}"`);
  return { east: Number(parts[1]) * SQUARE_SIDE, north: Number(parts[2]) * SQUARE_SIDE };
}

/** Centre of a square, in metres. */
export function squareCentre(id: SquareId): GridPosition {
  const { east, north } = squareCorner(id);
  return { east: east + SQUARE_SIDE / 2, north: north + SQUARE_SIDE / 2 };
}

/** Metres from a position to the nearest point of a square, 0 inside it. */
export function distanceToSquare(position: GridPosition, id: SquareId): number {
  const corner = squareCorner(id);
  const outside = (value: number, low: number) => Math.max(low - value, 0, value - (low + SQUARE_SIDE));
  return Math.hypot(outside(position.east, corner.east), outside(position.north, corner.north));
}

/** The square as a WGS 84 polygon, its ring counter-clockwise as RFC 7946 asks. */
export function squarePolygon(id: SquareId): Polygon {
  const { east, north } = squareCorner(id);
  const corner = (dx: number, dy: number): [number, number] => {
    const { lng, lat } = toLngLat({ east: east + dx * SQUARE_SIDE, north: north + dy * SQUARE_SIDE });
    return [roundDegrees(lng), roundDegrees(lat)];
  };
  return {
    type: "Polygon",
    coordinates: [[corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)]],
  };
}

/** Six decimals of a degree are about a decimetre: enough for a drawing, and no more bytes than that. */
export function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
