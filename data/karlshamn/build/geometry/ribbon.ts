/**
 * A line given a width. turf's buffer would end it in half circles; streets end flat, at the house line, and a
 * river changes its width on the way.
 */
import type { Spot } from "../description/frame.ts";
import { polygon } from "@turf/turf";
import type { Area, Line, Position } from "./shapes.ts";
import { toDegrees, toFrame } from "./town-frame.ts";

/** Metres that a ribbon reaches past its ends, so that two which share an end join without a slit. */
const OVERLAP = 0.3;

/** Width in metres, one for the whole line or one for each of its points. */
export function ribbon(line: Line, width: number | readonly number[]): Area {
  const spots = lengthened(line.geometry.coordinates.map(toFrame));
  const side = (sign: 1 | -1) =>
    spots.map((spot, index): Spot => {
      const half = (sign * (typeof width === "number" ? width : (width[index] ?? 0))) / 2;
      const [u, v] = sideways(spots, index);
      return [spot[0] + u * half, spot[1] + v * half];
    });
  const ring = [...side(1), ...side(-1).toReversed()].map(toDegrees);
  return polygon([[...ring, ring[0] as Position]]);
}

function lengthened(spots: readonly Spot[]): Spot[] {
  const past = (end: Spot, before: Spot): Spot => {
    const share = OVERLAP / Math.hypot(end[0] - before[0], end[1] - before[1]);
    return [end[0] + (end[0] - before[0]) * share, end[1] + (end[1] - before[1]) * share];
  };
  const [first, second] = [spots[0] as Spot, spots[1] as Spot];
  const [last, beforeLast] = [spots.at(-1) as Spot, spots.at(-2) as Spot];
  return [past(first, second), ...spots.slice(1, -1), past(last, beforeLast)];
}

/** The unit normal at a point, lengthened at a bend so that both edges stay parallel to the line. */
function sideways(spots: readonly Spot[], index: number): Spot {
  const here = spots[index] as Spot;
  const before = normal(spots[index - 1] ?? here, here);
  const after = normal(here, spots[index + 1] ?? here);
  if (!before || !after) return before ?? after ?? [0, 0];
  const [u, v] = [before[0] + after[0], before[1] + after[1]];
  const stretch = 2 / Math.max(u * u + v * v, 0.5);
  return [u * stretch, v * stretch];
}

function normal(from: Spot, to: Spot): Spot | undefined {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  return length > 0 ? [-(to[1] - from[1]) / length, (to[0] - from[0]) / length] : undefined;
}
