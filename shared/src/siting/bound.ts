/**
 * How good the best choice can be at most: f(OPT) ≤ f(S) + the most that a knapsack cut in pieces holds of what the
 * options would still add to S. Where a pole has several options, the knapsack holds at most one of them (the relaxed
 * multiple-choice knapsack; Sinha & Zoltners 1979, Operations Research 27:3).
 */
import { type SitingCase, budgetOf, costIn } from "./case.ts";
import { openCoverage } from "./coverage.ts";

interface Piece {
  cost: number;
  gain: number;
}

/** In lux × weight. `chosen` holds all that is pinned, as every choice does. */
export function boundOf({ demand, options, budget, pinned }: SitingCase, chosen: readonly number[]): number {
  const coverage = openCoverage(demand);
  for (const index of chosen) coverage.add(options[index] as (typeof options)[number]);
  const fixed = pinned.map((index) => options[index] as (typeof options)[number]);
  const paid = fixed.reduce((sum, option) => sum + costIn(budget, option), 0);
  const closed = new Set(fixed.map(({ pole }) => pole));
  const poles = new Map<number, Piece[]>();
  const whole = Math.max(0, budgetOf(budget) - paid);
  for (const [index, option] of options.entries()) {
    // What is chosen adds nothing once more.
    if (chosen.includes(index)) continue;
    const piece = { cost: costIn(budget, option), gain: coverage.gainOf(option) };
    if (closed.has(option.pole) || piece.cost > whole || piece.gain <= 0) continue;
    poles.set(option.pole, [...(poles.get(option.pole) ?? []), piece]);
  }
  let left = whole;
  let bound = coverage.value();
  for (const { cost, gain } of [...poles.values()].flatMap(stepsOf).toSorted(byRatio)) {
    if (cost > left) return bound + (gain * left) / cost;
    left -= cost;
    bound += gain;
  }
  return bound;
}

/** From option to better option of a pole, each step gaining less for its cost than the one before. */
function stepsOf(pieces: Piece[]): Piece[] {
  const steps: Piece[] = [];
  let [cost, gain] = [0, 0];
  for (const piece of pieces.toSorted((a, b) => a.cost - b.cost || b.gain - a.gain)) {
    if (piece.gain <= gain) continue;
    let step = { cost: piece.cost - cost, gain: piece.gain - gain };
    for (let last = steps.at(-1); last && byRatio(step, last) <= 0; last = steps.at(-1)) {
      steps.pop();
      step = { cost: step.cost + last.cost, gain: step.gain + last.gain };
    }
    steps.push(step);
    [cost, gain] = [piece.cost, piece.gain];
  }
  return steps;
}

/** What gains most for its cost comes first; also what costs nothing. */
const byRatio = (a: Piece, b: Piece) => b.gain * a.cost - a.gain * b.cost;

/** Which share of the best possible is certain, 0–1; 1 where nothing can be gained. */
export const shareOf = (value: number, bound: number): number =>
  bound <= value || bound === 0 ? 1 : value / bound;
