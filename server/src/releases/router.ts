/** Releases: a coordinator proposes, a second person looks at what would change and publishes. */
import {
  releaseAttack,
  releaseKind,
  releaseManifest,
  releasePreview,
  releaseProposal,
} from "@trygg/shared/releases/schema.ts";
import { z } from "zod";
import { router, staffProcedure } from "../procedure.ts";
import { isoDay } from "@trygg/shared/reports/filter.ts";
import { nextRelease } from "./due.ts";
import { attackPreview, previewRelease } from "./preview.ts";
import { listProposals, withdrawProposal } from "./proposals.ts";
import { proposeOrPublish } from "./propose.ts";

/** The first day of the next release, and whether it may be made now. */
const due = z.strictObject({ on: isoDay, now: z.boolean() });
/** Coordinators, and those whom the town may let give the second approval; what is proposed and published is decided by the verb. */
const approvers = ["coordinator", "planner", "police"] as const;
const ofKind = z.strictObject({ kind: releaseKind });

export const releasesRouter = router({
  publish: staffProcedure(approvers, { log: "audited" })
    .input(
      ofKind.extend({
        /** The `proposedAt` of the proposal that is approved; null to propose, and only when none waits. */
        proposal: z.iso.datetime().nullable().optional(),
      }),
    )
    .output(
      z.discriminatedUnion("state", [
        z.strictObject({ state: z.literal("proposed") }),
        z.strictObject({ state: z.literal("published"), release: releaseManifest }),
      ]),
    )
    .mutation(({ ctx, input }) => proposeOrPublish(ctx, input.kind, input.proposal)),

  proposals: staffProcedure(approvers)
    .output(z.array(releaseProposal))
    .query(({ ctx }) => listProposals(ctx)),

  preview: staffProcedure(approvers)
    .input(ofKind)
    .output(releasePreview)
    .query(({ ctx, input }) => previewRelease(ctx, input.kind)),

  attack: staffProcedure(approvers)
    .output(releaseAttack)
    .query(({ ctx }) => attackPreview(ctx)),

  due: staffProcedure(approvers)
    .output(z.strictObject({ reports: due, presence: due }))
    .query(({ ctx }) => ({ reports: nextRelease(ctx, "reports"), presence: nextRelease(ctx, "presence") })),

  withdraw: staffProcedure(["coordinator"], { log: "audited" })
    .input(ofKind)
    .output(z.null())
    .mutation(({ ctx, input }) => withdrawProposal(ctx, input.kind)),
});
