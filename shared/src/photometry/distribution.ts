/** How a luminaire spreads its light: a table of intensities over C and γ, in the axes of CIE. */

export interface Distribution {
  /**
   * Degrees C, rising within [0, 360), counter-clockwise seen from above: C0 along the road, C90 towards the street. Every
   * symmetry of a file is written out here.
   */
  planes: readonly number[];
  /** Degrees γ, rising within [0, 180], 0 straight down; beyond the last there is no light. */
  gammas: readonly number[];
  /** cd, plane by plane, one for each γ, when `flux` leaves the luminaire. */
  candela: readonly number[];
  /** Luminous flux of the luminaire, lm. */
  flux: number;
}
