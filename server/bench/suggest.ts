/**
 * Where light helps most among 300 new lamps for 1,500 points along streets, 20 of them: light, choice and bound, beside
 * measuring every gain in every round. What both choose is compared; `exact_ms` is the best choice there is.
 */
import { type LightSource } from "@trygg/shared/photometry/source.ts";
import { boundOf, shareOf } from "@trygg/shared/siting/bound.ts";
import type { SitingCase } from "@trygg/shared/siting/case.ts";
import { choose } from "@trygg/shared/siting/choose.ts";
import { openCoverage, valueOf } from "@trygg/shared/siting/coverage.ts";
import { eachLit, litPoints } from "@trygg/shared/siting/lux-at.ts";
import { makeRandom } from "../src/demonstration/random.ts";
import { chooseExactly } from "../src/lighting/suggest/exact.ts";
import { type Result, median, quantile, rounded, timed } from "./figures.ts";

const CANDIDATES = 300;
const POINTS = 1500;
const PICKS = 20;
const ROUNDS = 15;
const BAR_MS = 2000;
/** Metres of a side of the ground. */
const SIDE = 1000;

export async function* measureSuggest(): AsyncGenerator<Result> {
  const random = makeRandom("suggest");
  const somewhere = () => ({ east: SIDE * random.next(), north: SIDE * random.next() });
  const points = Array.from({ length: POINTS }, somewhere);
  const demand = {
    weight: points.map(() => random.next()),
    light: points.map(() => 2 * random.next()),
    wanted: points.map(() => 5),
  };
  const sources = Array.from({ length: CANDIDATES }, (): LightSource => ({
    ...somewhere(),
    height: 5,
    flux: 2800,
    c0: null,
    tilt: 0,
    shape: { q: 8, a: 0.35, b: 0.35 },
  }));
  const lit = litPoints(points);
  const build = (): SitingCase => ({
    demand,
    options: sources.map((source, pole) => {
      const [at, lux]: [number[], number[]] = [[], []];
      eachLit(lit, source, (point, more) => {
        at.push(point);
        lux.push(more);
      });
      return { pole, cost: 1, points: at, lux };
    }),
    budget: { count: PICKS },
    pinned: [],
  });
  const solve = () => {
    const problem = build();
    const choice = choose(problem);
    return { problem, choice, bound: boundOf(problem, choice.chosen) };
  };
  const { problem, choice, bound } = solve();
  const plain = choosePlainly(problem);
  if (plain.chosen.join() !== choice.chosen.join())
    throw new Error(`expected ${plain.chosen.join()}, got ${choice.chosen.join()}`);
  const took: number[] = [];
  const plainly: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    took.push((await timed(() => solve())).ms);
    plainly.push((await timed(() => choosePlainly(build()))).ms);
  }
  const exact = await timed(() => chooseExactly(problem));
  const best = exact.value?.flatMap((index) => problem.options[index] ?? []);
  yield {
    name: "suggest",
    n: CANDIDATES,
    median_ms: rounded(median(took)),
    p99_ms: rounded(quantile(took, 0.99)),
    baseline: rounded(median(plainly)),
    ratio: rounded(median(took) / median(plainly)),
    evaluations: choice.evaluations,
    plain_evaluations: plain.evaluations,
    share: rounded(shareOf(choice.value, bound)),
    exact_ms: rounded(exact.ms),
    of_exact: best && rounded(choice.value / valueOf(demand, best)),
    holds: quantile(took, 0.99) < BAR_MS && choice.evaluations < plain.evaluations,
  };
}

function choosePlainly({ demand, options }: SitingCase) {
  const coverage = openCoverage(demand);
  const chosen: number[] = [];
  let evaluations = 0;
  while (chosen.length < PICKS) {
    let [best, most] = [-1, 0];
    for (const [index, option] of options.entries()) {
      if (chosen.includes(index)) continue;
      evaluations += 1;
      const gain = coverage.gainOf(option);
      if (gain > most) [best, most] = [index, gain];
    }
    const option = options[best];
    if (!option) break;
    coverage.add(option);
    chosen.push(best);
  }
  return { chosen, evaluations };
}
