/** Logs a presence. What was drawn becomes visits at once and is dropped. */
import {
  type Party,
  type PatrolInput,
  type Uncounted,
  LONGEST_PATROL_HOURS,
  earliestPatrolDay,
} from "@trygg/shared/patrols/schema.ts";
import { occasionOf } from "@trygg/shared/patrols/occasions.ts";
import { sightRadius } from "@trygg/shared/patrols/sight.ts";
import { type SquareHour, secondsInSight, secondsInside } from "@trygg/shared/patrols/trace.ts";
import type { Role } from "@trygg/shared/accounts/schema.ts";
import { HOUR_MS, hourOfWeek, localDate } from "@trygg/shared/time/local.ts";
import { isDark } from "@trygg/shared/time/sun.ts";
import type { Services, StaffContext } from "../context.ts";
import type { Town } from "../place/town.ts";
import { Refusal } from "../refusal.ts";
import { type CountedPatrol, commitmentsOf } from "./counts.ts";
import { findByClientKey, insertPatrol } from "./store.ts";
import { traceOf } from "./where.ts";

/** A phone's clock may be this far ahead of the server's. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

export interface LoggedPatrol {
  id: string;
  /** Commitments of the promise that it is evidence for. */
  countsFor: string[];
  /** Parties that somebody with the right must confirm before they count. */
  awaiting: Party[];
  /** An earlier log that is probably the same occasion; then this one is not counted. */
  duplicateOf?: string;
  /** Why it is evidence for none, unless it is a duplicate. */
  uncounted?: Uncounted;
}

/** Who may name the police and the municipality; what others name awaits confirmation. */
const mayName: Partial<Record<Party, Role[]>> = {
  police: ["police", "coordinator"],
  municipality: ["planner", "coordinator"],
};

export async function logPatrol(context: StaffContext, input: PatrolInput): Promise<LoggedPatrol> {
  const { db, town, changes, session } = context;
  const [from, to] = [Date.parse(input.from), Date.parse(input.to)];
  refuseImpossible(context, from, to);
  const known = await findByClientKey(db, input.clientKey);
  if (known) return answer(context, known);

  const trace = traceOf(town, input.where, from, to);
  const inside = withinCentre(town, secondsInside(trace));
  const dark = darkHours(town);
  const visits = withinCentre(
    town,
    secondsInSight(trace, (hour) => sightRadius(input.kind, dark(hour))),
  );
  const occasion = occasionOf(inside, town.areaOf, town.place.timeZone);
  const confirmed = input.parties.filter((party) => mayName[party]?.includes(session.role) ?? true);

  const stored = await insertPatrol(db, {
    patrol: {
      clientKey: input.clientKey,
      kind: input.kind,
      from: new Date(from),
      to: new Date(to),
      parties: input.parties,
      confirmedParties: confirmed,
      loggedBy: session.role,
    },
    occasion,
    visits: visits.map(({ square, hour, seconds }) => ({
      square,
      hour: new Date(hour),
      hourOfWeek: hourOfWeek(hour, town.place.timeZone),
      dark: dark(hour),
      seconds: Math.round(seconds),
    })),
    stays: staysOf(town, inside).map(({ area, hour, seconds }) => ({
      area,
      hour: new Date(hour),
      dark: dark(hour),
      seconds: Math.round(seconds),
    })),
  });
  changes.tell("patrols");
  return answer(context, stored);
}

function answer(services: Services, patrol: CountedPatrol & { id: string; parties: string[] }): LoggedPatrol {
  const countsFor = commitmentsOf(services.town, patrol);
  const awaiting = patrol.parties.filter((party) => !patrol.confirmedParties.includes(party)) as Party[];
  return {
    id: patrol.id,
    countsFor,
    awaiting,
    ...(patrol.duplicateOf ? { duplicateOf: patrol.duplicateOf } : {}),
    ...(patrol.duplicateOf || countsFor.length > 0
      ? {}
      : { uncounted: whyUncounted(services.town, patrol, awaiting) }),
  };
}

function whyUncounted(town: Town, { occasionDate }: CountedPatrol, awaiting: Party[]): Uncounted {
  if (!occasionDate) return "tooShort";
  if (!town.promises.has(Number(occasionDate.slice(0, 4)))) return "noPromise";
  return awaiting.length > 0 ? "awaiting" : "notPromised";
}

function refuseImpossible({ town, now }: Services, from: number, to: number): void {
  const told = `${new Date(from).toISOString()} – ${new Date(to).toISOString()}`;
  if (to <= from) throw new Refusal("impossiblePeriod", `expected \`to\` after \`from\`, got ${told}`);
  if (to - from > LONGEST_PATROL_HOURS * HOUR_MS)
    throw new Refusal("impossiblePeriod", `expected at most ${LONGEST_PATROL_HOURS} hours, got ${told}`);
  if (to > now() + CLOCK_TOLERANCE_MS)
    throw new Refusal(
      "impossiblePeriod",
      `expected presence that has been, got ${told}: plans are never stored`,
    );
  const earliest = earliestPatrolDay(localDate(now(), town.place.timeZone));
  if (localDate(from, town.place.timeZone) < earliest)
    throw new Refusal("impossiblePeriod", `expected presence from ${earliest} on, got ${told}`);
}

function withinCentre(town: Town, hours: SquareHour[]): SquareHour[] {
  return hours.filter(({ square }) => town.areaOf(square) !== undefined);
}

/** Whether the middle of an hour is dark, asked of the sun once per hour. */
function darkHours(town: Town): (hour: number) => boolean {
  const asked = new Map<number, boolean>();
  return (hour) => {
    const dark = asked.get(hour) ?? isDark(hour + HOUR_MS / 2, town.place.centre);
    asked.set(hour, dark);
    return dark;
  };
}

function staysOf(town: Town, inside: SquareHour[]): { area: string; hour: number; seconds: number }[] {
  const stays = new Map<string, { area: string; hour: number; seconds: number }>();
  for (const { square, hour, seconds } of inside) {
    const area = town.areaOf(square) as string;
    const stay = stays.get(`${area} ${hour}`) ?? { area, hour, seconds: 0 };
    stay.seconds += seconds;
    stays.set(`${area} ${hour}`, stay);
  }
  return [...stays.values()];
}
