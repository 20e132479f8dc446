/** The situation picture (lägesbild) for everybody: protected figures put side by side, with what they do not say. */
import { z } from "zod";
import { words } from "../place/schema.ts";
import { patrolCoverage, reasonTable, releaseHead, releaseWindow, unsafePlaces } from "../releases/schema.ts";

export const lagesbild = z.strictObject({
  release: releaseHead,
  window: releaseWindow,
  areas: z.array(unsafePlaces.shape.features.element.shape.properties),
  reasons: reasonTable.shape.rows,
  presence: z
    .strictObject({
      release: releaseHead,
      window: releaseWindow,
      areas: z.array(patrolCoverage.shape.features.element.shape.properties),
    })
    .nullable(),
  caveats: z.array(words),
});
