/** Publishing needs two: one proposes, another with the right to approve publishes. */
import type { ReleaseKind, ReleaseManifest } from "@trygg/shared/releases/schema.ts";
import { requireSecondPerson } from "../accounts/second-person.ts";
import { audit } from "../audit/audit.ts";
import type { Services, StaffContext } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { refuseEarly } from "./due.ts";
import { publishRelease } from "./publish.ts";
import { deleteProposal, findProposal, storeProposal } from "./store.ts";

export type Proposal = { state: "proposed" } | { state: "published"; release: ReleaseManifest };

/**
 * Proposes a release, or publishes the one that somebody else has proposed. `expected` is when the proposal was made
 * that the caller has seen, null for none: another state of things is a conflict and not a surprise.
 */
export async function proposeOrPublish(
  context: StaffContext,
  kind: ReleaseKind,
  expected?: string | null,
): Promise<Proposal> {
  const { db, session, changes } = context;
  const proposal = await findProposal(db, kind);
  const waiting = proposal?.proposedAt.toISOString() ?? null;
  if (expected !== undefined && expected !== waiting)
    throw new Refusal("conflict", `expected the proposal ${expected}, found ${waiting}`);
  if (!proposal) {
    if (session.role !== "coordinator")
      throw new Refusal("notAllowed", "expected a coordinator: only they propose a release");
    await fileProposal(context, kind, session.accountId);
    await audit(context, "releases.propose", { kind });
    changes.tell("releases");
    return { state: "proposed" };
  }
  requireSecondPerson(context, proposal.proposedBy);
  refuseEarly(context, kind);
  const release = await publishRelease(context, kind, async (tx) => {
    // One proposal gives one release, also when two approve it at the same moment.
    if (!(await deleteProposal(tx, proposal)))
      throw new Refusal("conflict", "expected a proposal that waits; somebody has just published it");
  });
  await audit(context, "releases.publish", { kind, release: release.id, proposedBy: proposal.proposedBy });
  return { state: "published", release };
}

/** Leaves a proposal to approve; `by` is null from the command line. */
export async function fileProposal(
  { db, now }: Services,
  kind: ReleaseKind,
  by: string | null,
): Promise<void> {
  await storeProposal(db, { kind, proposedAt: new Date(now()), proposedBy: by });
}
