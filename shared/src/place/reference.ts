/** `reference-points.json`: positions that public pages state, and how far what is drawn lies from them. */
import type { Feature, Position } from "geojson";
import { z } from "zod";
import { metresToLine, metresToSurface } from "../geo/distance.ts";
import type { LngLat } from "../geo/sweref.ts";
import { placeFile } from "./schema.ts";

/** How many metres a drawn feature may lie from a point, by how sure the point is. */
export const limitMetres = { sure: 25, fair: 60 } as const;

export const referenceFile = z.strictObject({
  note: z.string(),
  points: z.array(
    z.strictObject({
      name: z.string(),
      at: placeFile.shape.centre,
      /** The name of what is drawn there; of what has no name, its kind, such as `land`. */
      drawn: z.string(),
      certainty: z.enum(["sure", "fair"]),
      source: z.string(),
    }),
  ),
});
export type ReferencePoint = z.infer<typeof referenceFile>["points"][number];

export interface CheckedPoint extends ReferencePoint {
  /** Infinite where nothing is drawn under the name. */
  metres: number;
  limit: number;
  ok: boolean;
}

/** Measures from a point to whichever drawn feature of the name lies nearest. */
export function checkPoint(point: ReferencePoint, drawn: readonly Feature[]): CheckedPoint {
  const named = drawn.filter(
    ({ properties }) => (properties?.["name"] ?? properties?.["kind"]) === point.drawn,
  );
  const metres = Math.min(...named.map((feature) => metresTo(feature, point.at)));
  const limit = limitMetres[point.certainty];
  return { ...point, metres, limit, ok: metres <= limit };
}

/** To a surface, or to the edge of a line as wide as it is drawn; a name's place on the map is no position. */
function metresTo({ geometry, properties }: Feature, at: LngLat): number {
  const width: unknown = properties?.["width"];
  switch (geometry.type) {
    case "Polygon":
      return metresToSurface(at, geometry.coordinates);
    case "MultiPolygon":
      return Math.min(...geometry.coordinates.map((rings) => metresToSurface(at, rings)));
    case "LineString":
      return typeof width === "number" ? metresToStreet(at, geometry.coordinates, width) : Infinity;
    default:
      return Infinity;
  }
}

function metresToStreet(at: LngLat, line: Position[], width: number): number {
  return Math.max(0, metresToLine(at, line) - width / 2);
}
