/** Requests for single reports as a file; the files themselves leave by routes of their own. */
import { exportDecision, exportRequest, exportRequestInput } from "@trygg/shared/exports/schema.ts";
import { z } from "zod";
import { router, staffProcedure } from "../procedure.ts";
import { pointReaders } from "../reports/router.ts";
import { decideRequest, listRequests, requestPoints, withdrawRequest } from "./request.ts";

/** Who may be the second person, where the town lets more than coordinators. */
const approvers = ["planner", "police", "coordinator"] as const;
const one = z.strictObject({ id: z.uuid() });

export const exportsRouter = router({
  requests: staffProcedure(approvers)
    .output(z.array(exportRequest))
    .query(({ ctx }) => listRequests(ctx)),

  request: staffProcedure(pointReaders, { log: "audited" })
    .input(exportRequestInput)
    .output(one)
    .mutation(({ ctx, input }) => requestPoints(ctx, input)),

  decide: staffProcedure(approvers, { log: "audited" })
    .input(exportDecision)
    .output(z.null())
    .mutation(({ ctx, input }) => decideRequest(ctx, input)),

  withdraw: staffProcedure(pointReaders, { log: "audited" })
    .input(one)
    .output(z.null())
    .mutation(({ ctx, input }) => withdrawRequest(ctx, input.id)),
});
