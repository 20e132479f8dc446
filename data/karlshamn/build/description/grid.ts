/** The lines of the grid in the town's frame, metres: what most else is described from. */
/** Half a street between house fronts, in metres: what stands on a street is this far from its line. */
export const HALF_STREET = 6;

export const DROTTNINGGATAN = -92;
export const KUNGSGATAN = 33;
export const REGERINGSGATAN = 100;
export const AGATAN = -176;

/** v of the cross streets' centre lines. */
export const crossing = {
  lotsgatan: -330,
  ronnebygatan: -225,
  radhusgatan: -130,
  schroder: -37,
  kyrkogatan: 64,
  sodraFogdelycke: 165,
  unnamedNorth: 265,
  norraFogdelycke: 366,
  vinkelgatan: 490,
} as const;
