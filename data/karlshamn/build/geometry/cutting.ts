/** Where lines meet, measured in metres along the first of them, and the parts between. */
import { along, length, lineIntersect, lineSliceAlong, nearestPointOnLine } from "@turf/turf";
import type { Line, Position } from "./shapes.ts";

const METRES = { units: "meters" } as const;

/** An end that comes this near to another line is meant to touch it. */
const TOUCH = 0.5;

/** Metres along `line` where `other` crosses or touches it, in order. */
export function meetings(line: Line, other: Line): number[] {
  const crossed = lineIntersect(line, other).features.map((point) => point.geometry.coordinates);
  const touching = endsOf(other).filter((end) => distanceTo(line, end) < TOUCH);
  const own = endsOf(line).filter((end) => distanceTo(other, end) < TOUCH);
  const distances = [...crossed, ...touching, ...own].map((spot) => distanceAlong(line, spot));
  return distances
    .sort((one, next) => one - next)
    .filter((at, index, all) => at - (all[index - 1] ?? -9) > TOUCH);
}

export function lengthOf(line: Line): number {
  return length(line, METRES);
}

export function slice(line: Line, from: number, to: number): Line {
  return lineSliceAlong(line, from, to, METRES);
}

export function spotAt(line: Line, metres: number): Position {
  return along(line, metres, METRES).geometry.coordinates;
}

function distanceTo(line: Line, spot: Position): number {
  return nearestPointOnLine(line, spot, METRES).properties.pointDistance;
}

export function distanceAlong(line: Line, spot: Position): number {
  return nearestPointOnLine(line, spot, METRES).properties.totalDistance;
}

function endsOf(line: Line): Position[] {
  const { coordinates } = line.geometry;
  return [coordinates[0] as Position, coordinates.at(-1) as Position];
}
