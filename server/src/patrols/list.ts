/** Logged presence, latest first, with what each is evidence for. */
import { instantOfLocal } from "@trygg/shared/time/local.ts";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { commitmentsOf } from "./counts.ts";
import { confirmParties, countLogged, countUnconfirmed, selectPatrols } from "./store.ts";

export async function listPatrols({ db, town }: Services, { limit = 100 }: { limit?: number | undefined }) {
  const rows = await selectPatrols(db, limit);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    from: row.from.toISOString(),
    to: row.to.toISOString(),
    area: row.area,
    parties: row.parties,
    awaiting: row.parties.filter((party) => !row.confirmedParties.includes(party)),
    loggedBy: row.loggedBy,
    countsFor: commitmentsOf(town, row),
    ...(row.duplicateOf ? { duplicateOf: row.duplicateOf } : {}),
  }));
}

/** How many were logged that began on a local day or after it. */
export async function countPatrolsSince({ db, town }: Services, day: string): Promise<number> {
  return countLogged(db, new Date(instantOfLocal(day, 0, town.place.timeZone)));
}

/** How many name a party that somebody else has still to confirm. */
export async function countAwaiting({ db }: Services): Promise<number> {
  return countUnconfirmed(db);
}

/** Lets parties count that were named by somebody without the right to. */
export async function confirmPatrol({ db, changes }: Services, id: string): Promise<{ id: string }> {
  if (!(await confirmParties(db, id))) throw new Refusal("notFound", "expected the id of a logged presence");
  changes.tell("patrols");
  return { id };
}
