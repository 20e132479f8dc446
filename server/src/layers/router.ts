/** The public layers of the map as GeoJSON, for outside programs; the product's own map reads the release files. */
import { layers } from "@trygg/shared/layers/schema.ts";
import { publicProcedure, router } from "../procedure.ts";
import { readLighting, readPatrolCoverage, readUnsafePlaces } from "./read.ts";

export const layersRouter = router({
  unsafePlaces: publicProcedure()
    .output(layers.unsafePlaces)
    .query(({ ctx }) => readUnsafePlaces(ctx)),

  patrolCoverage: publicProcedure()
    .output(layers.patrolCoverage)
    .query(({ ctx }) => readPatrolCoverage(ctx)),

  lighting: publicProcedure()
    .output(layers.lighting)
    .query(({ ctx }) => readLighting(ctx)),
});
