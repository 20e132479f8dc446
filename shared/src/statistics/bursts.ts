/**
 * How many reports of one square and feeling in a week are too many to have come by themselves. A square's reports are
 * taken as Poisson with a level of its own, the levels of all squares as Gamma round the town's mean, so that a week's
 * count is negative binomial (Gelman et al. 2013, Bayesian Data Analysis, 2.6):
 *
 *   N ~ NegBin(shape a + h, mean (a + h) / (a / μ + E / g))
 *
 * where h came here in the E weeks before, μ is the mean of the town's squares this week, g how many times more the whole
 * town tells than usual, and a = 1/2 says how unlike the squares are.
 */

/** Days of the week that slides. */
export const WINDOW_DAYS = 7;
/** Weeks before it that say what is usual. */
export const USUAL_WEEKS = 12;
/** The chance with which one square's ordinary week is taken for a burst. */
export const RARE = 1e-5;
/** Fewer move no class by more than one, and may be a family or a school class. */
export const LEAST = 8;
/** No square counts for more than this a week in what the town tells: a burst must not excuse itself. */
export const MOST_OF_SQUARE = 3;
const SHAPE = 0.5;

export interface Usual {
  /** Reports here in the weeks before. */
  here: number;
  /** How many weeks those are, 0 in a new store. */
  weeks: number;
  /** Mean of the town's squares this week. */
  town: number;
  /** How many times more the whole town tells this week than usual, at least 1. */
  growth: number;
}

/** Reports that are expected here in a week. */
export function expectedInWeek({ here, weeks, town, growth }: Usual): number {
  return town === 0 && here === 0 ? 0 : (SHAPE + here) / (SHAPE / Math.max(town, 1e-9) + weeks / growth);
}

/** The fewest reports in a week that are a burst. */
export function fewestOfBurst(usual: Usual): number {
  const shape = SHAPE + usual.here;
  const mean = expectedInWeek(usual);
  const odds = mean / (shape + mean);
  let chance = (1 - odds) ** shape;
  let above = 1 - chance;
  let count = 1;
  for (; above >= RARE; count++) {
    chance *= (odds * (shape + count - 1)) / count;
    above -= chance;
  }
  return Math.max(LEAST, count);
}

/**
 * What is added to the fewest, from a uniform number in (0, 1] that stays secret: geometric with this ε, so that
 * somebody who adds reports until they are set apart learns little of whether another's was there.
 */
export const EPSILON_OF_BURST = 0.5;
export const secretMargin = (uniform: number): number => Math.floor(-Math.log(uniform) / EPSILON_OF_BURST);
