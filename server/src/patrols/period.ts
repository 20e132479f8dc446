/** A period of local days as instants; without days, the twelve months up to today. */
import { addDays, instantOfLocal, localDate } from "@trygg/shared/time/local.ts";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";

export interface Days {
  from: string;
  to: string;
}

const DEFAULT_DAYS = 365;

export function periodOf(
  { now, town }: Pick<Services, "now" | "town">,
  given: { from?: string | undefined; to?: string | undefined },
): Days {
  const to = given.to ?? localDate(now(), town.place.timeZone);
  const from = given.from ?? addDays(to, -DEFAULT_DAYS);
  if (from > to)
    throw new Refusal("impossiblePeriod", `expected \`from\` on or before \`to\`, got ${from} – ${to}`);
  return { from, to };
}

/** First instant of a period and first instant after it. */
export function instantsOf({ town }: Pick<Services, "town">, { from, to }: Days): { from: Date; to: Date } {
  const { timeZone } = town.place;
  return {
    from: new Date(instantOfLocal(from, 0, timeZone)),
    to: new Date(instantOfLocal(addDays(to, 1), 0, timeZone)),
  };
}
