/** What somebody has drawn on the map, checked before it is worked with. */
import { type GridPosition, toGrid } from "@trygg/shared/geo/sweref.ts";
import { kinks, lineString } from "@turf/turf";
import { Refusal } from "../refusal.ts";
import { misplaced } from "./misplaced.ts";
import type { Town } from "./town.ts";

/** Metres; a drawing that reaches farther is not one of the centre. */
const FARTHEST = 5000;

type Pair = [number, number];

/** Throws a Refusal for rings that are open or cross themselves. */
export function refuseBrokenRings(rings: Pair[][]): void {
  for (const ring of rings) {
    const [first, last] = [ring[0] as Pair, ring.at(-1) as Pair];
    if (first[0] !== last[0] || first[1] !== last[1])
      throw new Refusal("badGeometry", "expected each ring to end where it begins");
    if (kinks(lineString(ring)).features.length > 0)
      throw new Refusal("badGeometry", "expected rings that do not cross themselves");
  }
}

/** Positions on the national grid, of which at least one lies in the centre and none far from it. */
export function inTown(town: Town, pairs: Pair[]): GridPosition[] {
  const positions = pairs.map(([lng, lat]) => ({ lng, lat }));
  const inside = positions.find(town.covers);
  if (!inside) throw misplaced(town, positions[0] ?? { lng: 0, lat: 0 });
  const centre = toGrid(inside);
  return positions.map((at) => {
    const found = toGrid(at);
    const away = Math.hypot(found.east - centre.east, found.north - centre.north);
    if (away <= FARTHEST) return found;
    throw new Refusal(
      "badGeometry",
      `expected points within ${FARTHEST} m of each other, got ${at.lng}, ${at.lat}`,
    );
  });
}
