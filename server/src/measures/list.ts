/** Every measure with what staff may read of it. */
import type { Measure } from "@trygg/shared/measures/schema.ts";
import type { Services } from "../context.ts";
import { toMeasure } from "./public.ts";
import { selectMeasures } from "./store.ts";

export async function listMeasures({ db }: Services): Promise<Measure[]> {
  return (await selectMeasures(db)).map(toMeasure);
}
