/** The place: finding a street, a crossing, a named place, an area or a lamp; and what a town sets for itself. */
import { foundPlace } from "@trygg/shared/place/schema.ts";
import { settingChange, settingsAnswer } from "@trygg/shared/place/settings.ts";
import { z } from "zod";
import { publicProcedure, router, staffProcedure } from "../procedure.ts";
import { listSettings } from "./settings/list.ts";
import { saveSetting } from "./settings/save.ts";

export const placeRouter = router({
  search: publicProcedure()
    .input(z.strictObject({ query: z.string().max(80) }))
    .output(z.array(foundPlace))
    .query(({ ctx, input }) => ctx.search.find(input.query)),

  settings: staffProcedure(["coordinator", "admin"])
    .output(settingsAnswer)
    .query(({ ctx }) => listSettings(ctx)),

  saveSetting: staffProcedure(["coordinator", "admin"], { maxBytes: 64_000, log: "audited" })
    .input(settingChange)
    .output(z.strictObject({ version: z.number().int() }))
    .mutation(({ ctx, input }) => saveSetting(ctx, input)),
});
