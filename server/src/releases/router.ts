/** Releases: a coordinator proposes, a second person looks at what would change and publishes. */
import {
  releaseKind,
  releaseManifest,
  releasePreview,
  releaseProposal,
} from "@trygg/shared/releases/schema.ts";
import { z } from "zod";
import { router, staffProcedure } from "../procedure.ts";
import { previewRelease } from "./preview.ts";
import { listProposals, withdrawProposal } from "./proposals.ts";
import { proposeOrPublish } from "./propose.ts";

const ofKind = z.strictObject({ kind: releaseKind });

export const releasesRouter = router({
  publish: staffProcedure(["coordinator"], { log: "audited" })
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

  proposals: staffProcedure(["coordinator"])
    .output(z.array(releaseProposal))
    .query(({ ctx }) => listProposals(ctx)),

  preview: staffProcedure(["coordinator"])
    .input(ofKind)
    .output(releasePreview)
    .query(({ ctx, input }) => previewRelease(ctx, input.kind)),

  withdraw: staffProcedure(["coordinator"], { log: "audited" })
    .input(ofKind)
    .output(z.null())
    .mutation(({ ctx, input }) => withdrawProposal(ctx, input.kind)),
});
