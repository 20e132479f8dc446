/**
 * How much more the monthly counts of some places vary than chance would let them: Pearson's X² over its degrees of
 * freedom in a Poisson model with an effect of each place, of each month, and of the measure after it (McCullagh &
 * Nelder 1989, section 6.2.3). The model is fitted in closed form: places without the measure share the months' effects,
 * so that they may be added up, and within a period each month's total is parted as the period's is.
 */
import type { Dispersion } from "./count-ratio.ts";

export interface Panel {
  /** Counts of the treated place, month by month. */
  treated: readonly number[];
  /** The same of each control. */
  controls: readonly (readonly number[])[];
  /** The first months come before the measure, so many; the others after it. */
  before: number;
}

/** Null where nothing is left to tell it by: too few months, or too few places in which anything was counted. */
export function overdispersion({ treated, controls, before }: Panel): Dispersion | null {
  const told = controls.filter((counts) => sum(counts) > 0);
  const added = treated.map((_, month) => sum(told.map((counts) => counts[month] ?? 0)));
  const all = sum(added);
  const periods = [months(0, before), months(before, treated.length)].map((period) =>
    period.filter((month) => (treated[month] ?? 0) + (added[month] ?? 0) > 0),
  );
  let squares = 0;
  for (const period of periods) {
    const [ours, theirs] = [treated, added].map((counts) => sum(period.map((month) => counts[month] ?? 0)));
    const share = (ours ?? 0) / ((ours ?? 0) + (theirs ?? 0));
    for (const month of period) {
      const total = (treated[month] ?? 0) + (added[month] ?? 0);
      squares += pearson(treated[month] ?? 0, total * share);
      for (const counts of told)
        squares += pearson(counts[month] ?? 0, total * (1 - share) * (sum(counts) / all));
    }
  }
  const counted = sum(periods.map(({ length }) => length));
  // Of (1 + K)·M cells, 1 + K places, M − 1 months and the measure are fitted.
  const df = told.length * counted - told.length - 1;
  return df > 0 && periods.every(({ length }) => length > 0) ? { phi: squares / df, df } : null;
}

const pearson = (count: number, fitted: number) => (fitted > 0 ? (count - fitted) ** 2 / fitted : 0);

const months = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
