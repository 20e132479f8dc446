/** What a luminaire sends in one direction, read from its table of intensities (EN 13201-3, linear interpolation). */
import type { Distribution } from "./distribution.ts";

/**
 * Intensity at an angle C and an angle γ in degrees, cd when `d.flux` leaves the luminaire: linear in γ within the two
 * planes beside it, then linear in C, which wraps at 360. Beyond the first and the last γ there is no light.
 */
export function intensityAt(d: Distribution, c: number, gamma: number): number {
  const { planes, gammas } = d;
  const first = gammas[0] as number;
  const last = gammas[gammas.length - 1] as number;
  // What a rotation leaves over must not put out the light at the very edge of the table.
  const within = Math.min(last, Math.max(first, gamma));
  if (Math.abs(within - gamma) > 1e-9) return 0;
  const turned = ((c % 360) + 360) % 360;
  const above = upTo(planes, turned);
  const one = (above === 0 ? planes.length : above) - 1;
  const other = above === planes.length ? 0 : above;
  const start = planes[one] as number;
  const width = ((planes[other] as number) - start + 360) % 360 || 360;
  const share = ((turned - start + 360) % 360) / width;
  const ofOne = inPlane(d, one, within);
  return ofOne + share * (inPlane(d, other, within) - ofOne);
}

function inPlane({ gammas, candela }: Distribution, plane: number, gamma: number): number {
  const at = plane * gammas.length;
  const above = Math.min(upTo(gammas, gamma), gammas.length - 1);
  const below = Math.max(above - 1, 0);
  const start = gammas[below] as number;
  const width = (gammas[above] as number) - start;
  const share = width === 0 ? 0 : (gamma - start) / width;
  const low = candela[at + below] as number;
  return low + share * ((candela[at + above] as number) - low);
}

/** How many of the rising values are not above another. */
function upTo(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const averages = new WeakMap<Distribution, Distribution>();

/** The same luminaire turned to all sides at once: one plane, each of its own weighing by the angle that it stands for. */
export function averaged(d: Distribution): Distribution {
  const known = averages.get(d);
  if (known) return known;
  const { planes, gammas, candela, flux } = d;
  const weights = planes.map((_, index) => {
    const before = planes[index - 1] ?? (planes[planes.length - 1] as number) - 360;
    const after = planes[index + 1] ?? (planes[0] as number) + 360;
    return (after - before) / 720;
  });
  const mean = gammas.map((_, gamma) =>
    weights.reduce(
      (sum, weight, plane) => sum + weight * (candela[plane * gammas.length + gamma] as number),
      0,
    ),
  );
  const round = { planes: [0], gammas, candela: mean, flux };
  averages.set(d, round);
  return round;
}
