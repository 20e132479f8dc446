/** Who lives where. */
import { z } from "zod";

/** `population.json`: who lives where, by the squares of Statistics Sweden (SCB). */
export const populationFile = z.strictObject({
  squares: z.array(
    z.strictObject({
      /** South-west corner, metres of SWEREF 99 TM. */
      east: z.number().int(),
      north: z.number().int(),
      /** Metres. */
      side: z.union([z.literal(250), z.literal(1000)]),
      people: z.number().int().nonnegative(),
      /** Null where nobody has told. */
      dwellings: z.number().int().nonnegative().nullable(),
    }),
  ),
});
export type PopulationSquare = z.infer<typeof populationFile>["squares"][number];
