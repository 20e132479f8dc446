/** How many dwellings a release area holds, from the population squares of Statistics Sweden that it shares. */
import { SQUARE_SIDE, squareCorner } from "../geo/square.ts";
import type { PopulationSquare } from "./population.ts";
import type { Area } from "./schema.ts";

/**
 * Dwellings of an area, those of each population square spread evenly over it; null where somebody lives but nobody has
 * told in how many dwellings. A square that is not in the list has no inhabitants.
 */
export function dwellingsOf(
  { squares }: Pick<Area, "squares">,
  population: PopulationSquare[],
): number | null {
  const shared = new Map<PopulationSquare, number>();
  for (const square of squares) {
    const { east, north } = squareCorner(square);
    for (const each of population)
      if (isWithin(east, each.east, each.side) && isWithin(north, each.north, each.side))
        shared.set(each, (shared.get(each) ?? 0) + 1);
  }
  let sum = 0;
  for (const [{ side, people, dwellings }, count] of shared) {
    if (dwellings === null && people > 0) return null;
    sum += ((dwellings ?? 0) * count) / (side / SQUARE_SIDE) ** 2;
  }
  return sum;
}

const isWithin = (at: number, start: number, side: number) => at >= start && at < start + side;
