/** Voices of some areas over some months, as the plan of a measure counts them. */
import type { Feeling } from "@trygg/shared/reports/terms.ts";
import type { ReportColumns } from "../reports/columns/columns.ts";
import { tallyMonths } from "../reports/columns/tally.ts";

export interface CountedVoices {
  /** Of one area, month by month: each voice in the first month in which it speaks. */
  monthly(area: string): number[];
  /** Of some areas together over all the months. */
  of(areas: readonly string[]): number;
}

/** Of any light where it is null. `months` follow each other in time, as `2026-11`. */
export function countVoices(
  columns: ReportColumns,
  { feeling, light }: { feeling: Feeling; light: "dark" | "light" | null },
  months: readonly string[],
): CountedVoices {
  const counted = tallyMonths(columns, { feeling, ...(light ? { light } : {}) }, months);
  const monthly = (area: string) => counted.get(area) ?? months.map(() => 0);
  const of = (areas: readonly string[]) => areas.flatMap(monthly).reduce((sum, count) => sum + count, 0);
  return { monthly, of };
}
