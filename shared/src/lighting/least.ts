/** The least light that a class of EN 13201-2:2015 asks for anywhere, lux on the ground. */
import type { LightingArea } from "./areas.ts";

type Class = NonNullable<LightingArea["class"]>;

/** P: its minimum. C: its uniformity of 0.40 times its mean. M asks for luminance, which is another thing. */
const leastOf: Partial<Record<Class, number>> = {
  P1: 3,
  P2: 2,
  P3: 1.5,
  P4: 1,
  P5: 0.6,
  P6: 0.4,
  C0: 20,
  C1: 12,
  C2: 8,
  C3: 6,
  C4: 4,
  C5: 3,
};

/** What a class asks for, and never less than what the town counts as dark. */
export const leastWanted = (of: Class | null, leastLux: number): number =>
  Math.max(leastLux, (of && leastOf[of]) ?? 0);
