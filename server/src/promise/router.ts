/** The promise: everybody reads the ledger, staff record evidence. */
import { evidenceInput, ledger } from "@trygg/shared/promise/published.ts";
import { z } from "zod";
import { publicProcedure, router, staffProcedure } from "../procedure.ts";
import { addEvidence } from "./add-evidence.ts";
import { readLedger } from "./ledger.ts";

export const promiseRouter = router({
  ledger: publicProcedure({ getInput: true })
    .input(z.strictObject({ year: z.number().int().min(2000).max(2100).optional() }).optional())
    .output(ledger)
    .query(({ ctx, input }) => readLedger(ctx, input?.year)),

  addEvidence: staffProcedure(["planner", "police", "coordinator", "partner"], { log: "audited" })
    .input(evidenceInput)
    .output(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => addEvidence(ctx, input)),
});
