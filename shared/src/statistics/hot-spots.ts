/** Places that together with their neighbours hold more than chance would give them, each told with how sure that is. */
import { adjustedP } from "./false-discovery.ts";
import { type Neighbours, giStar, permutedP } from "./getis-ord.ts";
import { sameRandom } from "./random.ts";

/** Of the places that are called hot, the share that may be so by chance. */
export const FALSE_SHARE = 0.05;

/** Fewest permutations, and most, which bounds the time; between them as many as the number of places needs. */
const [FEWEST, MOST] = [999, 19_999];

export interface Tested {
  /** Gi* as a z value; null where all places are alike. */
  z: number | null;
  /** By conditional permutation, adjusted for how many places are tested. */
  p: number;
  hot: boolean;
}

/** Tests every place. The same values give the same answer. */
export function findHotSpots({
  values,
  neighbours,
}: {
  values: readonly number[];
  neighbours: Neighbours;
}): Tested[] {
  // No adjusted p can fall below places / (permutations + 1).
  const needed = Math.ceil(values.length / FALSE_SHARE);
  const permutations = Math.min(Math.max(needed, FEWEST), MOST);
  const z = giStar(values, neighbours);
  const adjusted = adjustedP(permutedP(values, neighbours, permutations, sameRandom()));
  return values.map((value, place) => {
    const [own, p] = [z[place] as number, adjusted[place] as number];
    // A place without anything of its own is no place to go to, however much lies round it.
    const hot = value > 0 && own > 0 && p <= FALSE_SHARE;
    return { z: Number.isFinite(own) ? own : null, p, hot };
  });
}
