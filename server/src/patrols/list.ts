/** Logged presence, latest first, with what each is evidence for. */
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { commitmentsOf } from "./counts.ts";
import { confirmParties, selectPatrols } from "./store.ts";

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

/** Lets parties count that were named by somebody without the right to. */
export async function confirmPatrol({ db, changes }: Services, id: string): Promise<{ id: string }> {
  if (!(await confirmParties(db, id))) throw new Refusal("notFound", "expected the id of a logged presence");
  changes.tell("patrols");
  return { id };
}
