/**
 * Chooses options one by one, the one that gains most for what it costs, for as long as something fits; then takes the
 * better of that choice and the best single option. For equal costs the gain is at least 1 − 1/e of the best possible
 * (Nemhauser, Wolsey & Fisher 1978), under a budget 0.405 of it (Tang et al. 2020, arXiv 2008.05391); with several
 * options on a pole neither is promised, and `boundOf` tells how good the choice is.
 *
 * Gains only shrink as more is chosen, so that an option is measured anew only once it comes first by what it gained
 * before (CELF; Leskovec et al. 2007). Between equals the earlier in the list is taken, so that every run is the same.
 */
import TinyQueue from "tinyqueue";
import { type SitingCase, budgetOf, costIn } from "./case.ts";
import { openCoverage } from "./coverage.ts";

export interface Choice {
  /** Options in the order in which they were chosen, the pinned ones first. */
  chosen: number[];
  /** Those of them that another would have equalled: only the order of the list decided. */
  tied: number[];
  value: number;
  /** How often a gain was computed. */
  evaluations: number;
}

interface Ranked {
  index: number;
  gain: number;
  /** Gain for what it costs. */
  ratio: number;
  /** How many had been chosen when it was measured. */
  known: number;
}

/** Shares of a gain below this are rounding. */
const SAME = 1e-9;

/** Pinned options may cost more than there is; then nothing is added to them. */
export function choose({ demand, options, budget, pinned }: SitingCase): Choice {
  const coverage = openCoverage(demand);
  const taken = new Set<number>();
  const chosen: number[] = [];
  const tied: number[] = [];
  let left = budgetOf(budget);
  let evaluations = 0;
  const costOf = (index: number) => costIn(budget, options[index] as (typeof options)[number]);
  const fits = ({ index, gain }: Ranked) =>
    gain > 0 && costOf(index) <= left && !taken.has(options[index]?.pole as number);
  const take = (index: number) => {
    const option = options[index] as (typeof options)[number];
    coverage.add(option);
    taken.add(option.pole);
    chosen.push(index);
    left -= costOf(index);
  };
  const measure = (index: number): Ranked => {
    evaluations += 1;
    const gain = coverage.gainOf(options[index] as (typeof options)[number]);
    const cost = costOf(index);
    return { index, gain, ratio: cost === 0 && gain > 0 ? Infinity : gain / cost, known: chosen.length };
  };

  pinned.forEach(take);
  const begun = coverage.value();
  const measured = options.map((_, index) => measure(index)).filter(fits);
  const [single] = measured.toSorted((a, b) => b.gain - a.gain || a.index - b.index);
  const queue = new TinyQueue(measured, (a, b) => b.ratio - a.ratio || a.index - b.index);
  /** The first one that has been measured since the last was chosen, and that can still be chosen. */
  const next = (): Ranked | undefined => {
    for (let first = queue.peek(); first; first = queue.peek()) {
      if (fits(first) && first.known === chosen.length) return first;
      queue.pop();
      if (fits(first)) queue.push(measure(first.index));
    }
    return undefined;
  };
  for (let first = next(); first; first = next()) {
    queue.pop();
    const second = queue.peek();
    if (second && second.ratio >= first.ratio * (1 - SAME) && isSame(next(), first)) tied.push(first.index);
    take(first.index);
  }

  const alone = begun + (single?.gain ?? 0);
  if (single && alone > coverage.value() * (1 + SAME))
    return { chosen: [...pinned, single.index], tied: [], value: alone, evaluations };
  return { chosen, tied, value: coverage.value(), evaluations };
}

const isSame = (one: Ranked | undefined, other: Ranked) =>
  one !== undefined && one.ratio >= other.ratio * (1 - SAME);
