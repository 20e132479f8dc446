/** Coverage and gaps for the clock's hour: the panel's list and the map's squares are the same answers. */
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../api.ts";
import { useClock } from "../clock/use-clock.ts";
import { useView } from "../map/use-view.ts";

/** How many gaps are listed and outlined. */
const MOST_GAPS = 10;

export function useCoverage() {
  const clock = useClock();
  const { filter } = useView();
  const period = { ...(filter.from ? { from: filter.from } : {}), ...(filter.to ? { to: filter.to } : {}) };
  // Reports answer for a bin of three hours, so presence is shown for the same three hours.
  const hours = clock.isNow ? {} : { hours: [0, 1, 2].map((hour) => clock.bin * 3 + hour) };
  return useQuery({
    ...trpc.patrols.coverage.queryOptions({ ...period, ...hours }),
    placeholderData: (before) => before,
  });
}

export function useGaps(enabled = true) {
  const clock = useClock();
  const { filter } = useView();
  const period = { ...(filter.from ? { from: filter.from } : {}), ...(filter.to ? { to: filter.to } : {}) };
  return useQuery({
    ...trpc.patrols.gaps.queryOptions({ ...period, bin: clock.bin, limit: MOST_GAPS }),
    placeholderData: (before) => before,
    enabled,
  });
}
