/** The place: finding a street, a crossing or a named place. */
import { placesFile } from "@trygg/shared/place/schema.ts";
import { z } from "zod";
import { publicProcedure, router } from "../procedure.ts";
import { findPlaces } from "./search.ts";

export const placeRouter = router({
  search: publicProcedure()
    .input(z.strictObject({ query: z.string().max(80) }))
    .output(placesFile.shape.places)
    .query(({ ctx, input }) => findPlaces(ctx, input.query)),
});
