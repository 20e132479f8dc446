/**
 * The partner ("P12"): somebody who knows every report but one, and where and when that one might have been sent, guesses
 * from a year of releases whether it is there. Pairs of worlds are drawn from the demonstration.
 */
import { selectForRelease } from "../../reports/store.ts";
import { attackPairs } from "../../releases/attack/findings.ts";
import { cellsOf } from "../../releases/cells.ts";
import { monthsBefore, windowOf } from "../../releases/window.ts";
import type { Finding, Ground } from "./ground.ts";

/** How much more often than by tossing a coin the guess may be right on the whole, doubled. */
const MOST_ADVANTAGE = 0.1;
const DRAWS = 300;

export async function guessOneReport(
  { services, random }: Ground,
  pairs: number,
  releases: number,
): Promise<Finding> {
  const window = windowOf(services, "reports");
  const periods = monthsBefore(window, releases);
  const reports = await selectForRelease(services.db, periods[0]?.from ?? window.from, window.to);
  const { mean, worst } = attackPairs(
    { reports, periods, minimums: cellsOf(services.town), pairs, draws: DRAWS },
    random.next,
  );
  return {
    tried: pairs,
    found: mean > MOST_ADVANTAGE || !worst || worst.advantage > worst.bound ? 1 : 0,
    releases,
    mean_advantage: Number(mean.toFixed(4)),
    worst_advantage: Number((worst?.advantage ?? 1).toFixed(4)),
    worst_bound: Number((worst?.bound ?? 0).toFixed(4)),
  };
}
