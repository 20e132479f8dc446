/**
 * Release areas as they are shown: the same squares with soft corners, a little apart from each other, and on land only.
 * Counting goes by the squares; nobody needs to see their steps.
 */
import { squarePolygon } from "@trygg/shared/geo/square.ts";
import type { Area as ReleaseArea } from "@trygg/shared/place/schema.ts";
import { feature } from "@turf/turf";
import type { Surface } from "../geometry/shapes.ts";
import { grown, joined, without } from "../geometry/surfaces.ts";

/** Metres between the edge of the squares and the edge that is shown. */
const INSET = 2.5;
/** Radius of the corners, metres: less than half a square, so that no part of an area is lost. */
const ROUNDING = 17;

export function areaShape({ id, squares }: ReleaseArea, water: Surface): Surface {
  const whole = joined(squares.map((square) => feature(squarePolygon(square))));
  // Shrinking and growing again rounds the corners that stand out, growing and shrinking those that stand in.
  let shape: Surface | undefined = whole;
  for (const metres of [-(INSET + ROUNDING), 2 * ROUNDING, -ROUNDING]) shape &&= grown(shape, metres);
  const onLand = shape && without(shape, [water]);
  if (!onLand) throw new Error(`expected some land in the area ${id}`);
  return onLand;
}
