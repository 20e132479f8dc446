/** The place: finding a street, a crossing, a named place, an area or a lamp. */
import { foundPlace } from "@trygg/shared/place/schema.ts";
import { z } from "zod";
import { publicProcedure, router } from "../procedure.ts";

export const placeRouter = router({
  search: publicProcedure()
    .input(z.strictObject({ query: z.string().max(80) }))
    .output(z.array(foundPlace))
    .query(({ ctx, input }) => ctx.search.find(input.query)),
});
