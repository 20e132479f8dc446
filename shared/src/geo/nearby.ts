/** Things by where they stand in the national grid: the few nearest, and all in a box. */
import Flatbush from "flatbush";
import type { GridPosition } from "./sweref.ts";

/** Answers are places in the list that was indexed: to fetch a million things from all over memory would take longer. */
export interface Nearby {
  /** At most `most` things, the nearest first, none farther than `within` metres. */
  nearest(at: GridPosition, most: number, within?: number): number[];
  /** All things in a box, its edges included, in no order. */
  inBox(southWest: GridPosition, northEast: GridPosition): number[];
}

/** An index of things that stand still; made anew when they change. */
export function indexThings(things: readonly GridPosition[]): Nearby {
  // The index refuses to hold nothing.
  if (things.length === 0) return { nearest: () => [], inBox: () => [] };
  const index = new Flatbush(things.length);
  for (const { east, north } of things) index.add(east, north);
  index.finish();
  return {
    nearest: ({ east, north }, most, within = Infinity) => index.neighbors(east, north, most, within),
    inBox: (southWest, northEast) =>
      index.search(southWest.east, southWest.north, northEast.east, northEast.north),
  };
}
