/**
 * How much of a count was chance: places are chosen because theirs was high, and what was high by chance falls by itself
 * (Hauer 1997, Observational Before–After Studies in Road Safety, chapter 11).
 */

interface Counted {
  count: number;
  /** What places of the kind count in a year, on average. */
  mean: number;
  years: number;
  /** How much they differ beyond chance: variance = m + k·m². */
  spread: number;
}

export interface Regression {
  /** What the place would count again in as many years if nothing were done. */
  expected: number;
  /** How much of a fall from `count` is only that; below 0 where the place counted few. */
  artefact: number;
}

export function regressionToMean({ count, mean, years, spread }: Counted): Regression {
  const usual = mean * years;
  const weight = 1 / (1 + spread * usual);
  const expected = weight * usual + (1 - weight) * count;
  return { expected, artefact: count - expected };
}

/** The spread of places beyond chance, from their counts over the same time by the method of moments; 0 for one place. */
export function spreadOf(counts: readonly number[]): number {
  if (counts.length < 2) return 0;
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  if (mean === 0) return 0;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
  return Math.max(0, (variance - mean) / mean ** 2);
}
