/**
 * The best choice there is, where the case is small: max Σ w z with z ≤ T − E₀ and z ≤ ΣΔE x, at most one option of a
 * pole, within the budget, x whole. Solved by HiGHS.
 */
import { type SitingCase, budgetOf, costIn } from "@trygg/shared/siting/case.ts";
import loadHighs from "highs";

/** What the solver is handed at most, as pairs of an option and a point that it lights: the whole demonstration has a third. */
export const MOST_PAIRS = 15000;

/** Options of the best choice to a ten-thousandth, rising; null where the case is too large, or not solved in time. */
export async function chooseExactly(problem: SitingCase, seconds = 20): Promise<number[] | null> {
  const model = writeModel(problem);
  if (!model) return null;
  const highs = await loadHighs();
  const solved = highs.solve(model, { output_flag: false, time_limit: seconds, mip_rel_gap: 1e-4 });
  if (solved.Status !== "Optimal") return null;
  return problem.options.flatMap((_, index) => {
    const column = solved.Columns[`x${index}`];
    return column && "Primal" in column && column.Primal > 0.5 ? [index] : [];
  });
}

/** In the format of CPLEX; null for more than is solved in time. */
export function writeModel({ demand, options, budget, pinned }: SitingCase): string | null {
  const light = new Map<number, string[]>();
  let pairs = 0;
  for (const [index, { points, lux }] of options.entries())
    for (let place = 0; place < points.length; place++) {
      const point = points[place] as number;
      const missing = (demand.wanted[point] as number) - (demand.light[point] as number);
      if (missing <= 0 || !demand.weight[point] || !lux[place]) continue;
      light.set(point, [...(light.get(point) ?? []), `${lux[place]} x${index}`]);
      if (++pairs > MOST_PAIRS) return null;
    }
  if (light.size === 0) return null;
  const poles = new Map<number, string[]>();
  for (const [index, { pole }] of options.entries())
    poles.set(pole, [...(poles.get(pole) ?? []), `x${index}`]);
  const sum = (terms: string[]) => terms.join("\n + ");
  const missingAt = (point: number) => (demand.wanted[point] as number) - (demand.light[point] as number);
  return [
    "Maximize",
    `gain: ${sum([...light.keys()].map((point) => `${demand.weight[point]} z${point}`))}`,
    "Subject To",
    ...[...light].map(([point, terms]) => `z${point}\n - ${terms.join("\n - ")} <= 0`),
    ...[...poles.values()].filter((each) => each.length > 1).map((each) => `${sum(each)} <= 1`),
    `${sum(options.map((option, index) => `${costIn(budget, option)} x${index}`))} <= ${budgetOf(budget)}`,
    ...pinned.map((index) => `x${index} = 1`),
    "Bounds",
    ...[...light.keys()].map((point) => `0 <= z${point} <= ${missingAt(point)}`),
    "Binary",
    ...options.map((_, index) => `x${index}`),
    "End",
  ].join("\n");
}
