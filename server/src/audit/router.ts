/** The log of what staff looked at and changed: the auditor reads and verifies it. */
import {
  auditChoices,
  auditPage,
  auditPageInput,
  auditState,
  clusterNote,
} from "@trygg/shared/audit/schema.ts";
import { z } from "zod";
import { router, staffProcedure } from "../procedure.ts";
import { listAudit, listChoices, listNotes } from "./list.ts";
import { verifyAudit } from "./verify.ts";

export const auditRouter = router({
  list: staffProcedure(["auditor"])
    .input(auditPageInput.optional())
    .output(auditPage)
    .query(({ ctx, input }) => listAudit(ctx, input ?? {})),

  choices: staffProcedure(["auditor"])
    .output(auditChoices)
    .query(({ ctx }) => listChoices(ctx)),

  verify: staffProcedure(["auditor"])
    .output(auditState)
    .query(({ ctx }) => verifyAudit(ctx)),

  notes: staffProcedure(["auditor", "coordinator"])
    .output(z.array(clusterNote))
    .query(({ ctx }) => listNotes(ctx)),
});
