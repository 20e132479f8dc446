/** The situation picture: everybody reads the latest. */
import { lagesbild } from "@trygg/shared/lagesbild/schema.ts";
import { publicProcedure, router } from "../procedure.ts";
import { readLatestLagesbild } from "./latest.ts";

export const lagesbildRouter = router({
  latest: publicProcedure()
    .output(lagesbild)
    .query(({ ctx }) => readLatestLagesbild(ctx)),
});
