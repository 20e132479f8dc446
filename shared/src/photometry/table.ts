/**
 * A luminaire's intensities where a raster finds them without an angle: by fractions that grow with C and γ as steadily
 * as the angles do, and cost one division each. Where a file ends with a step down, the step is spread over one node.
 */
import type { Distribution } from "./distribution.ts";
import { intensityAt } from "./intensity.ts";

/** Nodes in a quarter of a turn: at most 1.3° of C and 0.5° of γ from one to the next. */
export const C_NODES = 90;
export const GAMMA_NODES = 256;
/** From straight down to straight up; and once around, the first node again at the end. */
export const GAMMA_SIDE = 2 * GAMMA_NODES + 1;
const C_SIDE = 4 * C_NODES + 1;

const tables = new WeakMap<Distribution, Float32Array>();

/** cd when the luminaire's own flux leaves it; for each node of C those of γ. Made once for each luminaire. */
export function tableOf(d: Distribution): Float32Array {
  const known = tables.get(d);
  if (known) return known;
  const table = new Float32Array(C_SIDE * GAMMA_SIDE);
  const gammas = Array.from({ length: GAMMA_SIDE }, (_, node) => degreesOf(node / GAMMA_NODES));
  for (let node = 0; node < C_SIDE; node++) {
    const c = degreesOf(node / C_NODES);
    for (const [at, gamma] of gammas.entries()) table[node * GAMMA_SIDE + at] = intensityAt(d, c, gamma);
  }
  tables.set(d, table);
  return table;
}

/** The angle whose fraction is y ∕ (x + y) within its quarter of a turn. */
function degreesOf(fraction: number): number {
  const quarter = Math.floor(fraction);
  const within = fraction - quarter;
  return 90 * quarter + (Math.atan2(within, 1 - within) * 180) / Math.PI;
}
