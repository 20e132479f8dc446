/**
 * How much better a choice makes things: Σ w · [min(T, E₀ + ΣΔE) − min(T, E₀)], lux × weight. More light never makes it
 * less, and each option adds the less the more has been chosen: it is monotone and submodular.
 */
import type { Demand, SitingOption } from "./case.ts";

export interface Coverage {
  /** What an option would add to what has been added. */
  gainOf(option: SitingOption): number;
  add(option: SitingOption): void;
  /** What has been gained in all. */
  value(): number;
}

export function openCoverage({ weight, light, wanted }: Demand): Coverage {
  const now = Float64Array.from(light);
  let value = 0;
  const gainOf = ({ points, lux }: SitingOption) => {
    let gain = 0;
    for (let index = 0; index < points.length; index++) {
      const point = points[index] as number;
      const missing = (wanted[point] as number) - (now[point] as number);
      if (missing > 0) gain += (weight[point] as number) * Math.min(missing, lux[index] as number);
    }
    return gain;
  };
  return {
    gainOf,
    add(option) {
      value += gainOf(option);
      const { points, lux } = option;
      for (let index = 0; index < points.length; index++) {
        const point = points[index] as number;
        now[point] = (now[point] as number) + (lux[index] as number);
      }
    },
    value: () => value,
  };
}

/** The value of a choice. */
export function valueOf(demand: Demand, options: readonly SitingOption[]): number {
  const coverage = openCoverage(demand);
  for (const option of options) coverage.add(option);
  return coverage.value();
}
