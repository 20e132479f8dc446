/** Measures: everybody reads, planner and coordinator write; who sees reports sees whether they helped. */
import { measureEffect } from "@trygg/shared/measures/effect.ts";
import { planInput } from "@trygg/shared/measures/plan.ts";
import { measure, measureInput, publicMeasure } from "@trygg/shared/measures/schema.ts";
import { z } from "zod";
import { publicProcedure, router, staffProcedure } from "../procedure.ts";
import { choosePlan } from "./choose-plan.ts";
import { readEffect } from "./effect.ts";
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

  plan: staffProcedure(["planner", "coordinator"], { log: "audited" })
    .input(planInput)
    .output(z.null())
    .mutation(({ ctx, input }) => choosePlan(ctx, input)),

  effect: staffProcedure(["planner", "police", "coordinator"])
    .input(z.strictObject({ id: z.uuid() }))
    .output(measureEffect)
    .query(({ ctx, input }) => readEffect(ctx, input.id)),
});
