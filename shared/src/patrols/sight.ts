/**
 * How far presence reaches: a square counts as seen while its centre is within this distance. Choices of ours, shown
 * to users as such: 50 m on foot and 75 m from a vehicle at walking pace in daylight, less in the dark. In the dark it
 * stays above 44.2 m, half the diagonal of a square, so that nobody can stand where no square is in sight.
 */
import type { PatrolKind } from "./schema.ts";

const ON_FOOT = { light: 50, dark: 45 };
const BY_CAR = { light: 75, dark: 60 };

/** Metres within which presence of this kind is seen. */
export function sightRadius(kind: PatrolKind, dark: boolean): number {
  const reach = kind === "traffic" ? BY_CAR : ON_FOOT;
  return dark ? reach.dark : reach.light;
}
