/** Squares of 62.5 m as features, drawn a little inside their edges so that neighbours do not run together. */
import { SQUARE_SIDE, roundDegrees, squareCorner } from "@trygg/shared/geo/square.ts";
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { FeatureCollection, Polygon } from "geojson";

/** Metres. */
const INSET = 2.5;

export function squareFeatures<T extends { square: string }>(rows: T[]): FeatureCollection<Polygon, T> {
  return {
    type: "FeatureCollection",
    features: rows.map((properties) => ({
      type: "Feature",
      properties,
      geometry: insetSquare(properties.square),
    })),
  };
}

function insetSquare(id: string): Polygon {
  const { east, north } = squareCorner(id);
  const far = SQUARE_SIDE - INSET;
  const corners = [
    [INSET, INSET],
    [far, INSET],
    [far, far],
    [INSET, far],
    [INSET, INSET],
  ] as const;
  return {
    type: "Polygon",
    coordinates: [
      corners.map(([dx, dy]) => {
        const { lng, lat } = toLngLat({ east: east + dx, north: north + dy });
        return [roundDegrees(lng), roundDegrees(lat)];
      }),
    ],
  };
}
