/**
 * What lighting classes ask for on level ground (EN 13201-2:2015). Mean, minimum and uniformity agree in two public
 * implementations; the values on faces are from memory, and told as to be checked against the standard.
 */
import type { lightingClasses } from "./areas.ts";

export type LightingClass = (typeof lightingClasses)[number];

/** Lux, at least; null where a class does not ask for it. */
export interface Wanted {
  mean: number;
  min: number | null;
  /** Minimum by mean, at least. */
  uniformity: number | null;
  /** The minimum on a face, where it matters to know who comes. */
  vertical: number | null;
  semiCylindrical: number | null;
}

type Row = readonly [mean: number, min: number, vertical: number, semiCylindrical: number];

const forWalking: Record<string, Row> = {
  P1: [15, 3, 5, 5],
  P2: [10, 2, 3, 2],
  P3: [7.5, 1.5, 2.5, 1.5],
  P4: [5, 1, 1.5, 1],
  P5: [3, 0.6, 1, 0.6],
  P6: [2, 0.4, 0.6, 0.2],
};
const meansWhereWaysMeet: Record<string, number> = { C0: 50, C1: 30, C2: 20, C3: 15, C4: 10, C5: 7.5 };

/** Null for the classes for roads, M: they are about how bright the road looks, and ask for no lux. */
export function wantedOf(id: LightingClass): Wanted | null {
  const walking = forWalking[id];
  if (walking) {
    const [mean, min, vertical, semiCylindrical] = walking;
    return { mean, min, uniformity: null, vertical, semiCylindrical };
  }
  const mean = meansWhereWaysMeet[id];
  return mean === undefined
    ? null
    : { mean, min: null, uniformity: 0.4, vertical: null, semiCylindrical: null };
}

/** What a light level falls short of. */
export function shortfalls(
  level: { mean: number; min: number; uniformity: number },
  wanted: Wanted,
): ("mean" | "min" | "uniformity")[] {
  return (["mean", "min", "uniformity"] as const).filter((figure) => level[figure] < (wanted[figure] ?? 0));
}
