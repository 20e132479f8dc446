/** The need for light: by area and square as the filter and the clock say, and by its parts. */
import { useQuery } from "@tanstack/react-query";
import { type NeedSquare, scoreOf } from "@trygg/shared/siting/schema.ts";
import { clockInstant } from "@trygg/shared/time/clock.ts";
import { useMemo } from "react";
import { trpc } from "../../api.ts";
import { useClock } from "../../clock/use-clock.ts";
import { useView } from "../../map/use-view.ts";
import { useTown } from "../../place/town.tsx";
import { useReportFilter } from "../../reports/use-report-filter.ts";

/** The instant that light is computed for; undefined while the clock has not been set, which means before any dimming. */
export function useLightHour(): string | undefined {
  const clock = useClock();
  const { place } = useTown();
  return clock.isNow ? undefined : new Date(clockInstant(clock, clock.year, place.timeZone)).toISOString();
}

export function useNeed() {
  const { light: _light, feeling: _feeling, ...filter } = useReportFilter();
  const hour = useLightHour();
  return useQuery({
    ...trpc.lighting.need.queryOptions({ ...filter, ...(hour ? { hour } : {}) }),
    placeholderData: (before) => before,
  });
}

export interface ShownSquare extends NeedSquare {
  /** What is shown of it, 0–1: the weighed sum, or one part. */
  shown: number;
}

/** Squares with what is shown of each, the greatest first. */
export function useNeedSquares(): ShownSquare[] {
  const { data } = useNeed();
  const { need } = useView();
  return useMemo(
    () =>
      (data?.parts ?? [])
        .map((square) => ({
          ...square,
          shown: need.shows === "sum" ? scoreOf(square, need.weights) : square.parts[need.shows],
        }))
        .toSorted((a, b) => b.shown - a.shown || (a.square < b.square ? -1 : 1)),
    [data, need],
  );
}
