/** A soft line through a few described spots (Catmull-Rom): for what has no corners, as a river or a road round the town. */
import type { Spot } from "../description/frame.ts";

/** Metres between the points of the result, about, and the most points between two spots. */
const STEP = 14;
const MOST = 12;

export function smoothLine(spots: readonly Spot[]): Spot[] {
  return smooth(spots).map(([u, v]): Spot => [u as number, v as number]);
}

/** The same, running back into its beginning; the first spot is not repeated. */
export function smoothRing(spots: readonly Spot[]): Spot[] {
  const around = [...spots.slice(-2), ...spots, ...spots.slice(0, 3)];
  const whole = smoothLine(around);
  const [first] = spots;
  const start = whole.findIndex((spot) => spot[0] === first?.[0] && spot[1] === first[1]);
  const end = whole.findLastIndex((spot) => spot[0] === first?.[0] && spot[1] === first[1]);
  return whole.slice(start, end);
}

/** Spots with a width each, as `[u, v, width]`. */
export function smoothBand(
  stations: readonly (readonly [u: number, v: number, width: number])[],
): number[][] {
  return smooth(stations);
}

function smooth(stations: readonly (readonly number[])[]): number[][] {
  const result: number[][] = [];
  for (let index = 0; index < stations.length - 1; index += 1) {
    const from = stations[index] as readonly number[];
    const to = stations[index + 1] as readonly number[];
    const before = stations[index - 1] ?? from;
    const after = stations[index + 2] ?? to;
    const length = Math.hypot((to[0] ?? 0) - (from[0] ?? 0), (to[1] ?? 0) - (from[1] ?? 0));
    const steps = Math.min(MOST, Math.max(1, Math.round(length / STEP)));
    for (let step = 0; step < steps; step += 1) {
      const t = step / steps;
      result.push(from.map((_, axis) => between([before, from, to, after], axis, t)));
    }
  }
  result.push([...(stations.at(-1) ?? [])]);
  return result;
}

/** E. Catmull and R. Rom, "A class of local interpolating splines", 1974, uniform form. */
function between(four: readonly (readonly number[])[], axis: number, t: number): number {
  const [a, b, c, d] = four.map((station) => station[axis] ?? 0) as [number, number, number, number];
  return (
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3)
  );
}
