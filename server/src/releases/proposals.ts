/** Which releases wait for a second person, who proposed them and when. */
import type { ReleaseKind, ReleaseProposal } from "@trygg/shared/releases/schema.ts";
import { audit } from "../audit/audit.ts";
import type { StaffContext } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { deleteProposal, findProposal, selectProposals } from "./store.ts";

export async function listProposals({ db, session }: StaffContext): Promise<ReleaseProposal[]> {
  const waiting = await selectProposals(db);
  return waiting.map(({ kind, proposedAt, proposedBy, name }) => ({
    kind,
    proposedAt: proposedAt.toISOString(),
    by: name,
    mine: proposedBy === session.accountId,
  }));
}

/** Takes a proposal back: one's own, or one from the command line, which nobody else could. */
export async function withdrawProposal(context: StaffContext, kind: ReleaseKind): Promise<null> {
  const { db, session, changes } = context;
  const proposal = await findProposal(db, kind);
  if (!proposal) throw new Refusal("notFound", `expected a proposal of ${kind} that waits, found none`);
  if (proposal.proposedBy !== null && proposal.proposedBy !== session.accountId)
    throw new Refusal("notAllowed", "expected the one who proposed the release: only they take it back");
  if (!(await deleteProposal(db, proposal)))
    throw new Refusal("conflict", "expected a proposal that waits; somebody has just published it");
  await audit(context, "releases.withdraw", { kind });
  changes.tell("releases");
  return null;
}
