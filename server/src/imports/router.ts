/** What was brought in from outside. Files themselves come over HTTP, not through a procedure. */
import { importEntry } from "@trygg/shared/imports/schema.ts";
import { z } from "zod";
import { router, staffProcedure } from "../procedure.ts";
import { listImports } from "./list.ts";

export const importsRouter = router({
  list: staffProcedure(["planner", "coordinator"])
    .output(z.array(importEntry))
    .query(({ ctx }) => listImports(ctx)),
});
