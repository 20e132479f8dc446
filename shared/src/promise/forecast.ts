/**
 * Where a count will end: occasions are taken to come at a constant unknown rate, so after n of them in t days the
 * rate has a gamma distribution (Jeffreys' prior, shape n + ½) and the number still to come in r days is negative
 * binomial. The range is the middle 95 %.
 * Source: Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.6 (Poisson model, gamma prior).
 */

/** Lowest and highest final count, given `count` in `elapsed` days with `remaining` days to go. */
export function forecastCount(count: number, elapsed: number, remaining: number): [number, number] {
  if (remaining <= 0) return [count, count];
  const shape = count + 0.5;
  const share = elapsed / (elapsed + remaining);
  return [count + quantile(shape, share, 0.025), count + quantile(shape, share, 0.975)];
}

/** Smallest k whose cumulative negative binomial probability reaches `level`. */
function quantile(shape: number, share: number, level: number): number {
  if (share <= 0) return 0;
  let logProbability = shape * Math.log(share);
  let cumulative = Math.exp(logProbability);
  let k = 0;
  while (cumulative < level && k < 1_000_000) {
    logProbability += Math.log((k + shape) / (k + 1)) + Math.log1p(-share);
    k += 1;
    cumulative += Math.exp(logProbability);
  }
  return k;
}
