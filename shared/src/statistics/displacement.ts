/** Whether what fell in one place only moved to the places round it. */
import type { BeforeAfter } from "./count-ratio.ts";
import { chanceOf, reachOf } from "./interval.ts";

export interface Zones {
  /** Where something is done. */
  treated: BeforeAfter;
  /** Round it. */
  buffer: BeforeAfter;
  /** Like the treated place, and far from it. */
  control: BeforeAfter;
}

/**
 * Weighted displacement quotient (Bowers & Johnson 2003): above 0 the gain spread, from 0 to −1 some of it moved, below
 * −1 more moved than was gained. It has no error of its own, so it is only shown beside the difference below. Null where
 * nothing was gained against the control, as nothing can then have moved, or where the control counted nothing.
 */
export function displacementQuotient({ treated, buffer, control }: Zones): number | null {
  if (control.before <= 0 || control.after <= 0) return null;
  const change = ({ before, after }: BeforeAfter) => after / control.after - before / control.before;
  const gained = change(treated);
  return gained < 0 ? change(buffer) / gained : null;
}

/** How many fewer there are in the treated place and round it than the control lets expect; null where it counted none before. */
export function totalNetEffect({ treated, buffer, control }: Zones): number | null {
  if (control.before <= 0) return null;
  const trend = control.after / control.before;
  return [treated, buffer].reduce((sum, { before, after }) => sum + before * trend - after, 0);
}

/** Counts of places, with their size if it shall count: twice the size, half the weight. */
export interface SizedCounts extends BeforeAfter {
  size?: number;
}

export interface WeightedDifference {
  /** Below 0 there are fewer than the controls let expect. */
  estimate: number;
  variance: number;
  error: number;
  z: number;
  p: number;
  low: number;
  high: number;
}

/**
 * Weighted displacement difference (Wheeler & Ratcliffe 2018, doi 10.1186/s40163-018-0085-5): the change of the treated
 * place less that of its control, with the same of the buffer and a control of its own, and the 95 % interval. Needs
 * controls of a like level, as it takes the trend to be the same number everywhere.
 */
export function displacementDifference(zones: {
  treated: SizedCounts;
  control: SizedCounts;
  buffer?: SizedCounts;
  bufferControl?: SizedCounts;
}): WeightedDifference {
  const { treated, control, buffer = none, bufferControl = none } = zones;
  const estimate = change(treated) - change(control) + change(buffer) - change(bufferControl);
  const variance = [treated, control, buffer, bufferControl].reduce(
    (sum, { before, after, size = 1 }) => sum + (before + after) / size ** 2,
    0,
  );
  const error = Math.sqrt(variance);
  const z = error === 0 ? 0 : estimate / error;
  const reach = reachOf() * error;
  return { estimate, variance, error, z, p: chanceOf(z), low: estimate - reach, high: estimate + reach };
}

const none: SizedCounts = { before: 0, after: 0 };

const change = ({ before, after, size = 1 }: SizedCounts) => (after - before) / size;
