/**
 * What nobody has been able to confirm, gathered here so that a person who knows the town corrects it in one
 * line: blocks, houses, trees, crossings and Asschierska huset follow. Metres in the town's own frame.
 */
export interface Corrections {
  /** West kerb of Stortorget. -27 puts Prinsgatan along it, -86 would put Drottninggatan there. */
  stortorgetWest: number;
  /** Centre line of Prinsgatan. */
  prinsgatan: number;
}

export const corrections: Corrections = {
  stortorgetWest: -27,
  prinsgatan: -33,
};
