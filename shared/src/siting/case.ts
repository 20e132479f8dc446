/** What is chosen among: points that want light, and options that give it to some of them. */

/** Points by their numbers, from 0; the three lists are equally long. */
export interface Demand {
  /** How much a lux matters at each point. */
  weight: ArrayLike<number>;
  /** Lux that is there already. */
  light: ArrayLike<number>;
  /** Lux up to which more is counted as better. */
  wanted: ArrayLike<number>;
}

export interface SitingOption {
  /** Options of one pole bear the same number: at most one of them is chosen. */
  pole: number;
  /** Kronor. */
  cost: number;
  /** Numbers of the points that it lights, each once. */
  points: ArrayLike<number>;
  /** Lux that it adds at each of them, none below 0. */
  lux: ArrayLike<number>;
}

export interface SitingCase {
  demand: Demand;
  /** Known by their places in this list, whose order decides between equals. */
  options: readonly SitingOption[];
  budget: Budget;
  /** Options that are chosen whatever they give, of different poles; they are paid before all others. */
  pinned: readonly number[];
}

/** Kronor in all, or how many options at most. */
export type Budget = { kronor: number } | { count: number };

export const budgetOf = (budget: Budget): number => ("kronor" in budget ? budget.kronor : budget.count);

/** What an option takes of the budget. */
export const costIn = (budget: Budget, { cost }: SitingOption): number => ("kronor" in budget ? cost : 1);
