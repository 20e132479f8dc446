/** Which of many tests to believe: of those believed, the share that is false is held down (Benjamini & Hochberg 1995). */

/** Adjusted p of each test: believing all at or below q leaves at most the share q of them false. */
export function adjustedP(p: readonly number[]): number[] {
  const rising = p.map((value, test) => ({ value, test })).sort((a, b) => a.value - b.value);
  const adjusted: number[] = Array.from({ length: p.length });
  let least = 1;
  for (let rank = rising.length; rank > 0; rank--) {
    const { value, test } = rising[rank - 1] as (typeof rising)[number];
    least = Math.min(least, value * (rising.length / rank));
    adjusted[test] = least;
  }
  return adjusted;
}
