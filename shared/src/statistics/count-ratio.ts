/**
 * What became of a count against what became of another: difference in differences on counts. The other is that of
 * places where nothing was done, or that of the same place by daylight (its own control).
 * Source: Welsh & Farrington 2009, Journal of Experimental Criminology 5; their relative effect size is the inverse.
 */
import { chanceOf, reachOf } from "./interval.ts";

export interface BeforeAfter {
  before: number;
  after: number;
}

/** How much more counts vary than chance would let them, and the degrees of freedom that tell it. */
export interface Dispersion {
  phi: number;
  df: number;
}

export interface CountRatio {
  /** (T1/T0)/(C1/C0): below 1 there are fewer than the other count lets expect. */
  ratio: number;
  /** Ends of its 95 % interval, on the scale of logarithms. */
  low: number;
  high: number;
  /** How often chance alone gives a ratio this far from 1. */
  p: number;
}

/** Counts vary as chance lets them: nothing was estimated. */
const asChance: Dispersion = { phi: 1, df: Infinity };

/**
 * The ratio with its interval, which `dispersion` widens where it is above 1, and never narrows. Null, not estimable, where any of the four
 * counts is nought: nothing is added to make it pass.
 */
export function countRatio(
  treated: BeforeAfter,
  control: BeforeAfter,
  dispersion: Dispersion | null = null,
): CountRatio | null {
  const counts = [treated.before, treated.after, control.before, control.after];
  if (counts.some((count) => count <= 0)) return null;
  const log = Math.log(treated.after / treated.before / (control.after / control.before));
  const plain = Math.sqrt(counts.reduce((sum, count) => sum + 1 / count, 0));
  const { phi, df } = dispersion && dispersion.phi > 1 ? dispersion : asChance;
  const error = plain * Math.sqrt(phi);
  const reach = reachOf(df) * error;
  return {
    ratio: Math.exp(log),
    low: Math.exp(log - reach),
    high: Math.exp(log + reach),
    p: chanceOf(log / error, df),
  };
}
