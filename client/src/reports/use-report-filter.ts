/** The filter of the desk: what is chosen in its panel, and, once the clock is set, the hour and its darkness. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { useClock } from "../clock/use-clock.ts";
import { useView } from "../map/use-view.ts";
import type { ViewFilter } from "../map/view.ts";

/** Worry is what the desk is for; what feels safe is asked for. */
export const USUAL_FEELING = "unsafe";

/** A period that ends before it begins holds nothing. */
export const endsFirst = ({ from, to }: ViewFilter) => Boolean(from && to && to < from);

export function useReportFilter(): ReportFilter {
  const { filter } = useView();
  const clock = useClock();
  const { feeling = USUAL_FEELING, ...rest } = filter;
  const asked = feeling === "any" ? rest : { ...rest, feeling };
  if (clock.isNow) return asked;
  return { light: clock.daylight === "dark" ? "dark" : "light", ...asked, bins: [clock.bin] };
}
