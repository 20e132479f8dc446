/** The one clock as every layer and panel reads it: what it is set to, and how light it is then. */
import type { Band } from "@trygg/shared/reports/terms.ts";
import { binOfHour } from "@trygg/shared/time/bins.ts";
import { type ClockSetting, clockAt, clockDaylight } from "@trygg/shared/time/clock.ts";
import { localTime } from "@trygg/shared/time/local.ts";
import type { Daylight } from "@trygg/shared/time/sun.ts";
import { useMemo } from "react";
import { useView } from "../map/use-view.ts";
import { useNow, useTown } from "../place/town.tsx";

export interface Clock extends ClockSetting {
  /** It follows the present and has not been set. */
  isNow: boolean;
  year: number;
  /** Three-hour bin of the week, which is as fine as reports answer. */
  bin: number;
  daylight: Daylight;
  /** The released band that the hour belongs to. */
  band: Band;
}

export function useClock(): Clock {
  const { place } = useTown();
  const now = useNow()();
  const { clock: set } = useView();
  const { timeZone } = place;
  // The hour is all that matters of the present, so that nothing is worked out again within it.
  const hourNow = Math.floor(now / 3_600_000);
  return useMemo(() => {
    const present = hourNow * 3_600_000;
    const clock = set ?? clockAt(present, timeZone);
    const { year } = localTime(present, timeZone);
    const daylight = clockDaylight(clock, year, place);
    return {
      ...clock,
      isNow: set === null,
      year,
      bin: binOfHour(clock.hour),
      daylight,
      band: daylight === "dark" ? "dark" : "day",
    };
  }, [set, hourNow, timeZone, place]);
}
