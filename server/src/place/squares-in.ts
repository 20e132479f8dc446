/** The squares of 62.5 m whose middles an outline covers. */
import { SQUARE_SIDE, squareAt } from "@trygg/shared/geo/square.ts";
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import type { AreaGeometry } from "@trygg/shared/releases/schema.ts";
import { bbox, booleanPointInPolygon } from "@turf/turf";
import type { MultiPolygon, Polygon, Position } from "geojson";

export function squaresIn(outline: AreaGeometry): string[] {
  const onGrid = projected(outline);
  const [west, south, east, north] = bbox(onGrid);
  const middles = (from: number, to: number) => {
    const first = Math.floor(from / SQUARE_SIDE);
    const count = Math.max(0, Math.floor(to / SQUARE_SIDE) - first + 1);
    return Array.from({ length: count }, (_, index) => (first + index + 0.5) * SQUARE_SIDE);
  };
  return middles(west, east).flatMap((x) =>
    middles(south, north)
      .filter((y) => booleanPointInPolygon([x, y], onGrid))
      .map((y) => squareAt({ east: x, north: y })),
  );
}

/** On the grid squares are square, and a straight side is straight. */
export function projected(outline: AreaGeometry): Polygon | MultiPolygon {
  const ring = (corners: Position[]) =>
    corners.map(([lng = 0, lat = 0]) => {
      const { east, north } = toGrid({ lng, lat });
      return [east, north];
    });
  return outline.type === "Polygon"
    ? { type: "Polygon", coordinates: outline.coordinates.map(ring) }
    : { type: "MultiPolygon", coordinates: outline.coordinates.map((rings) => rings.map(ring)) };
}
