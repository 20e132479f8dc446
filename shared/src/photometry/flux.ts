/** Luminous flux of a table of intensities: the zonal method, planes by the trapezium rule. */
import type { Distribution } from "./distribution.ts";

/** What the table adds up to, lm: each zone between two γ has the mean of its edges (methods of the IES). */
export function fluxOf({ planes, gammas, candela }: Omit<Distribution, "flux">): number {
  const sides = planes.map((_, plane) => sideOf(planes, plane));
  let flux = 0;
  for (let zone = 1; zone < gammas.length; zone++) {
    const solid = 2 * Math.PI * (cosine(gammas[zone - 1]) - cosine(gammas[zone]));
    for (const [plane, side] of sides.entries()) {
      const at = plane * gammas.length + zone;
      flux += (solid * side * ((candela[at - 1] as number) + (candela[at] as number))) / 2;
    }
  }
  return flux;
}

/** The share of the turn for which a plane stands: half way to either neighbour. */
function sideOf(planes: readonly number[], plane: number): number {
  const before = planes[plane - 1] ?? (planes.at(-1) as number) - 360;
  const after = planes[plane + 1] ?? (planes[0] as number) + 360;
  return (after - before) / 720;
}

const cosine = (degrees: number | undefined) => Math.cos(((degrees as number) * Math.PI) / 180);
