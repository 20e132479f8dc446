/** Presence per 62.5 m square, live, for staff: minutes in sight, in how many patrols, and when last. */
import { localDate } from "@trygg/shared/time/local.ts";
import type { Services } from "../context.ts";
import { instantsOf, periodOf } from "./period.ts";
import { sumSquares } from "./store.ts";

export interface CoverageQuestion {
  from?: string | undefined;
  to?: string | undefined;
  hours?: number[] | undefined;
  light?: "dark" | "light" | undefined;
}

export async function readCoverage(services: Services, question: CoverageQuestion) {
  const { hours, light } = question;
  const days = periodOf(services, question);
  const rows = await sumSquares(services.db, {
    ...instantsOf(services, days),
    hours,
    dark: light === undefined ? undefined : light === "dark",
  });
  const squares = rows.map(({ last, minutes, ...row }) => ({
    ...row,
    minutes: Math.round(minutes),
    last: localDate(last.getTime(), services.town.place.timeZone),
  }));
  return { ...days, squares };
}
