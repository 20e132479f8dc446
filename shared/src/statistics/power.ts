/** What a comparison of counts can see at all: with 80 % power at the 5 % level. */
import { SEEN } from "./interval.ts";

/** The smallest ratio that four counts can tell from 1: a drop below it would be seen. Null where a count is nought. */
export function smallestRatio(counts: readonly number[]): number | null {
  if (counts.some((count) => count <= 0)) return null;
  return Math.exp(-SEEN * Math.sqrt(counts.reduce((sum, count) => sum + 1 / count, 0)));
}

/** How many events each of four equal counts must hold for a drop, 0–1, to be seen; not rounded. */
export function eventsFor(drop: number): number {
  return 4 * (SEEN / Math.log(1 - drop)) ** 2;
}
