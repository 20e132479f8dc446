/** Joints in the paving of a square, so that its size can be felt close by. Drawn freely. */
import { multiLineString } from "@turf/turf";
import type { Surface } from "../geometry/shapes.ts";
import { extentInFrame, toDegrees } from "../geometry/town-frame.ts";

/** Metres between joints, about: the square is divided evenly. */
const STEP = 9;

export function pavingJoints(square: Surface): GeoJSON.Feature<GeoJSON.MultiLineString> {
  const { uLow, uHigh, vLow, vHigh } = extentInFrame(square);
  const across = inner(uLow, uHigh).map((u) => [toDegrees([u, vLow]), toDegrees([u, vHigh])]);
  const along = inner(vLow, vHigh).map((v) => [toDegrees([uLow, v]), toDegrees([uHigh, v])]);
  return multiLineString([...across, ...along]);
}

function inner(low: number, high: number): number[] {
  const count = Math.round((high - low) / STEP);
  return Array.from({ length: count - 1 }, (_, index) => low + ((index + 1) * (high - low)) / count);
}
