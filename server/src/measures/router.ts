/** Measures: everybody reads, planner and coordinator write. */
import { measure, measureInput, publicMeasure } from "@trygg/shared/measures/schema.ts";
import { z } from "zod";
import { publicProcedure, router, staffProcedure } from "../procedure.ts";
import { listMeasures } from "./list.ts";
import { publicMeasures } from "./public.ts";
import { saveMeasure } from "./save.ts";

export const measuresRouter = router({
  public: publicProcedure()
    .output(z.array(publicMeasure))
    .query(({ ctx }) => publicMeasures(ctx)),

  list: staffProcedure(["planner", "police", "coordinator", "partner"])
    .output(z.array(measure))
    .query(({ ctx }) => listMeasures(ctx)),

  save: staffProcedure(["planner", "coordinator"], { maxBytes: 64_000, log: "audited" })
    .input(measureInput)
    .output(measure)
    .mutation(({ ctx, input }) => saveMeasure(ctx, input)),
});
