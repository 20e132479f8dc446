/** Lamps and their luminaires, how much light they give, and where light may help most. */
import { luminaire, luminaireId, luminaireInput } from "@trygg/shared/lighting/luminaire.ts";
import { lampChange, lampId, lampInput, staffLamp } from "@trygg/shared/lighting/schema.ts";
import {
  areaLevel,
  illuminance,
  illuminanceInput,
  levelsInput,
  lightBasis,
} from "@trygg/shared/lighting/illuminance.ts";
import { slug } from "@trygg/shared/place/schema.ts";
import {
  needInput,
  needSquare,
  suggestInput,
  suggestProgress,
  suggestion,
} from "@trygg/shared/siting/schema.ts";
import { z } from "zod";
import { router, staffProcedure } from "../procedure.ts";
import { lampHistory } from "./lamps/lamp-history.ts";
import { listStaffLamps } from "./lamps/lamps.ts";
import { addLuminaire } from "./luminaires/add.ts";
import { listLuminaires } from "./luminaires/list.ts";
import { removeLuminaire } from "./luminaires/remove.ts";
import { measureLevels, measureLight, tellBasis } from "./level/illuminance.ts";
import { findNeed } from "./need/need.ts";
import { saveLamp } from "./lamps/save-lamp.ts";
import { suggestLighting } from "./suggest/suggest.ts";
import { readProgress } from "./suggest/runs.ts";

/** Who reads lamps and their light; planners and coordinators change them. */
const desk = ["planner", "police", "coordinator", "partner"] as const;
/** Some hundred lamps that are tried out. */
const LARGE = 250_000;

const count = z.number().int();
const lampCount = z.strictObject({ working: count, broken: count, off: count });

export const lightingRouter = router({
  lamps: staffProcedure(desk)
    .output(z.array(staffLamp))
    .query(({ ctx }) => listStaffLamps(ctx)),

  lampHistory: staffProcedure(desk)
    .input(lampId)
    .output(z.array(lampChange))
    .query(({ ctx, input }) => lampHistory(ctx, input.id)),

  illuminance: staffProcedure(desk, { maxBytes: LARGE })
    .input(illuminanceInput)
    .output(illuminance)
    .query(({ ctx, input }) => measureLight(ctx, input)),

  levels: staffProcedure(desk)
    .input(levelsInput.optional())
    .output(z.array(areaLevel))
    .query(({ ctx, input }) => measureLevels(ctx, input?.hour)),

  basis: staffProcedure(desk)
    .output(lightBasis)
    .query(({ ctx }) => tellBasis(ctx)),

  saveLamp: staffProcedure(["planner", "coordinator"], { log: "audited" })
    .input(lampInput)
    .output(staffLamp)
    .mutation(({ ctx, input }) => saveLamp(ctx, input)),

  luminaires: staffProcedure(desk)
    .output(z.array(luminaire))
    .query(({ ctx }) => listLuminaires(ctx)),

  addLuminaire: staffProcedure(["planner", "coordinator"], { maxBytes: 256_000, log: "audited" })
    .input(luminaireInput)
    .output(luminaire)
    .mutation(({ ctx, input }) => addLuminaire(ctx, input)),

  removeLuminaire: staffProcedure(["planner", "coordinator"], { log: "audited" })
    .input(luminaireId)
    .output(z.strictObject({ removed: z.literal(true) }))
    .mutation(({ ctx, input }) => removeLuminaire(ctx, input.id)),

  need: staffProcedure(["planner", "coordinator"])
    .input(needInput.optional())
    .output(
      z.strictObject({
        areas: z.array(z.strictObject({ area: slug, voices: count, lamps: lampCount })),
        squares: z.array(
          z.strictObject({
            square: z.string(),
            area: slug,
            voices: count,
            reasons: z.array(z.strictObject({ reason: slug, voices: count })),
            lamps: lampCount,
          }),
        ),
        /** Whether the parts rest on counts of how many pass. */
        footfall: z.boolean(),
        parts: z.array(needSquare),
      }),
    )
    .query(({ ctx, input }) => findNeed(ctx, input ?? {})),

  // Whoever leaves the answer ends the work.
  suggest: staffProcedure(["planner", "coordinator"], { log: "audited", maxBytes: 64_000 })
    .input(suggestInput)
    .output(suggestion)
    .query(({ ctx, input, signal }) => suggestLighting(ctx, input, signal)),

  suggestProgress: staffProcedure(["planner", "coordinator"])
    .input(z.strictObject({ run: z.uuid() }))
    .output(suggestProgress)
    .query(({ ctx, input }) => readProgress(ctx.session.accountId, input.run)),
});
