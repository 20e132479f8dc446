/** The filter of the desk: what is chosen in its panel, and, once the clock is set, the hour and its darkness. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { useClock } from "../clock/use-clock.ts";
import { useView } from "../map/use-view.ts";

export function useReportFilter(): ReportFilter {
  const { filter } = useView();
  const clock = useClock();
  if (clock.isNow) return filter;
  return { light: clock.daylight === "dark" ? "dark" : "light", ...filter, bins: [clock.bin] };
}
