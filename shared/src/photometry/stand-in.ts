/**
 * How a street luminaire is taken to spread its light when no file tells: our own construction, exactly normalised, for
 * screening only. Its profile is at its highest 61° from straight down.
 */

export interface StandIn {
  /** How far it throws: 0 is Lambert's cosine. */
  q: number;
  /** How much it favours the road's two directions, below 1. */
  a: number;
  /** How much it favours the street side, below 1. */
  b: number;
}

/**
 * Intensity in cd for each lumen of the luminaire, in radians: C0 and C180 along the road, C90 towards the street. The
 * terms in C average to 1, so that the lower half space gets the whole flux; from γ = 90° on there is none.
 */
export function standInAt({ q, a, b }: StandIn, c: number, gamma: number): number {
  if (gamma >= Math.PI / 2) return 0;
  const around = (1 + a * Math.cos(2 * c)) * (1 + b * Math.sin(c));
  return straightDown(q) * Math.cos(gamma) * (1 + q * Math.sin(gamma) ** 4) * around;
}

/** Intensity straight down before the terms in C, cd for each lumen. */
export function straightDown(q: number): number {
  return 1 / (Math.PI * (1 + q / 3));
}
