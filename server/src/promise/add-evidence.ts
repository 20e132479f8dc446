/** Records evidence for a commitment that no other table speaks for: a milestone, a publication, a meeting. */
import type { EvidenceInput } from "@trygg/shared/promise/published.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { audit } from "../audit/audit.ts";
import type { StaffContext } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { insertEvidence } from "./store.ts";

export async function addEvidence(context: StaffContext, input: EvidenceInput): Promise<{ id: string }> {
  const { db, town, now, changes } = context;
  const year = input.year ?? Number(input.date.slice(0, 4));
  const commitment = town.promises.get(year)?.commitments.find(({ id }) => id === input.commitment);
  if (!commitment?.evidence.some(({ from }) => from === "records"))
    throw new Refusal(
      "notFound",
      `expected a commitment of ${year} that is followed by recorded evidence, got "${input.commitment}"`,
      { value: input.commitment },
    );
  if (input.date > localDate(now(), town.place.timeZone))
    throw new Refusal("impossiblePeriod", `expected a day that has been, got ${input.date}`);
  const [stored] = await insertEvidence(db, [
    {
      year,
      commitment: input.commitment,
      date: input.date,
      title: input.title,
      people: input.people ?? null,
      link: input.link ?? null,
    },
  ]);
  if (!stored) throw new Error("the evidence was not stored");
  await audit(context, "promise.addEvidence", { id: stored.id, commitment: input.commitment });
  changes.tell("promise");
  return stored;
}
