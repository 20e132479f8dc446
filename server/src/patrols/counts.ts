/** Which commitments a presence is evidence for, by the evidence rules of the promise's own file. */
import type { EvidenceRule } from "@trygg/shared/promise/schema.ts";
import type { Town } from "../place/town.ts";

/** What the counting of a presence depends on. */
export interface CountedPatrol {
  kind: string;
  confirmedParties: string[];
  /** Null when it was too short or outside the centre. */
  occasionDate: string | null;
  duplicateOf: string | null;
}

/** Ids of the commitments of that year which the presence speaks for. */
export function commitmentsOf(town: Town, patrol: CountedPatrol): string[] {
  if (!patrol.occasionDate || patrol.duplicateOf) return [];
  const promise = town.promises.get(Number(patrol.occasionDate.slice(0, 4)));
  return (promise?.commitments ?? [])
    .filter(({ evidence }) => evidence.some((rule) => speaksFor(rule, patrol)))
    .map(({ id }) => id);
}

export function speaksFor(
  rule: EvidenceRule,
  patrol: Pick<CountedPatrol, "kind" | "confirmedParties">,
): boolean {
  if (rule.from !== "patrols") return false;
  const kinds: string[] | undefined = rule.kinds;
  return (
    (kinds?.includes(patrol.kind) ?? true) &&
    (rule.parties ?? []).every((party) => patrol.confirmedParties.includes(party))
  );
}
