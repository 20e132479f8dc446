/** How far the part of town reaches that anything is told of. */
import type { Boot } from "@trygg/shared/boot.ts";
import { squarePolygon } from "@trygg/shared/geo/square.ts";

/** West, south, east and north of all release areas. */
export function boundsOfAreas(areas: Boot["areas"]): [number, number, number, number] {
  const corners = areas.flatMap(({ squares }) =>
    squares.flatMap((square) => squarePolygon(square).coordinates[0] ?? []),
  );
  const lngs = corners.map(([lng = 0]) => lng);
  const lats = corners.map(([, lat = 0]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}
