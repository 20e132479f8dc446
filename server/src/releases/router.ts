/** Releases: a coordinator proposes, a second person publishes. */
import { releaseManifest } from "@trygg/shared/releases/schema.ts";
import { z } from "zod";
import { router, staffProcedure } from "../procedure.ts";
import { proposeOrPublish } from "./propose.ts";

export const releasesRouter = router({
  publish: staffProcedure(["coordinator"], { log: "audited" })
    .input(z.strictObject({ kind: z.enum(["reports", "presence"]) }))
    .output(
      z.discriminatedUnion("state", [
        z.strictObject({ state: z.literal("proposed") }),
        z.strictObject({ state: z.literal("published"), release: releaseManifest }),
      ]),
    )
    .mutation(({ ctx, input }) => proposeOrPublish(ctx, input.kind)),
});
