/** Presence per 62.5 m square, live, for staff: minutes in sight, in how many patrols, and when last. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { HOURS_PER_BIN } from "@trygg/shared/time/bins.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import type { Services } from "../context.ts";
import { squaresFor } from "../measures/near.ts";
import type { Town } from "../place/town.ts";
import { type PresenceFilter, sumSquares } from "./columns/tally.ts";
import { instantsOf, periodOf } from "./period.ts";

/** The one filter, of which presence answers to period, time, darkness and place, and single hours beside bins. */
export interface CoverageQuestion extends ReportFilter {
  hours?: number[] | undefined;
}

export async function readCoverage(services: Services, question: CoverageQuestion) {
  const { hours, bins, light, months } = question;
  const days = periodOf(services, question);
  const near = await squaresFor(services, question);
  const rows = sumSquares(await services.columns.presence(), {
    ...instantsOf(services, days),
    hours: hoursOf(hours, bins),
    dark: light === undefined ? undefined : light === "dark",
    months,
    squares: squaresOf(services.town, question, near),
  });
  const squares = rows.map(({ last, minutes, ...row }) => ({
    ...row,
    minutes: Math.round(minutes),
    last: localDate(last.getTime(), services.town.place.timeZone),
  }));
  return { ...days, squares };
}

/** Hours of the week that lie in one of the hours and in one of the bins. */
function hoursOf(hours: number[] | undefined, bins: number[] | undefined): PresenceFilter["hours"] {
  if (!bins?.length) return hours;
  const within = bins.flatMap((bin) => [0, 1, 2].map((hour) => bin * HOURS_PER_BIN + hour));
  return hours?.length ? within.filter((hour) => hours.includes(hour)) : within;
}

function squaresOf(
  town: Town,
  { areas, measures }: ReportFilter,
  near: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  if (!areas?.length && !measures) return undefined;
  const wanted = [...town.areas.values()].filter(({ id }) => !areas?.length || areas.includes(id));
  const squares = wanted.flatMap((area) => area.squares);
  return new Set(measures ? squares.filter((square) => near.has(square) === (measures === "with")) : squares);
}
