/**
 * Rates of few events, drawn towards the mean of all places by as much as they are uncertain: global empirical Bayes
 * (Marshall 1991, Applied Statistics 40:2).
 */

export interface SmoothedRate {
  rate: number;
  /** How much of it is the place's own, 0–1. */
  weight: number;
}

/**
 * Smoothed rates of events over what they are counted against, place by place. A place that nothing is counted against
 * has the mean. Throws a RangeError for lists of different lengths.
 */
export function smoothRates(events: readonly number[], bases: readonly number[]): SmoothedRate[] {
  if (events.length !== bases.length)
    throw new RangeError(`expected as many bases as events (${events.length}), got ${bases.length}`);
  const all = bases.reduce((sum, base) => sum + base, 0);
  if (all === 0) return events.map(() => ({ rate: 0, weight: 0 }));
  const mean = events.reduce((sum, count) => sum + count, 0) / all;
  const rateOf = (place: number) => {
    const base = bases[place] ?? 0;
    return base === 0 ? mean : (events[place] ?? 0) / base;
  };
  const spread = bases.reduce((sum, base, place) => sum + base * (rateOf(place) - mean) ** 2, 0) / all;
  // Where nothing is counted against, there is no rate that could differ from the others.
  const counted = bases.filter((base) => base > 0).length;
  const between = Math.max(0, spread - mean / (all / counted));
  return bases.map((base, place) => {
    const weight = base === 0 || between === 0 ? 0 : between / (between + mean / base);
    return { rate: weight * rateOf(place) + (1 - weight) * mean, weight };
  });
}
