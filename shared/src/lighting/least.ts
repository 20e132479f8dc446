/** The least light that is wanted anywhere, by the lighting class of the place. */
import { type LightingClass, wantedOf } from "./classes.ts";

/** Lux: the class's minimum, or its uniformity times its mean, and never less than what the town counts as dark. */
export function leastWanted(of: LightingClass | null, leastLux: number): number {
  const wanted = of && wantedOf(of);
  return Math.max(leastLux, wanted?.min ?? (wanted?.mean ?? 0) * (wanted?.uniformity ?? 0));
}
