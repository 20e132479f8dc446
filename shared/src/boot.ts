/** What a page knows before it asks for anything: the town, its words, and whether all this is a demonstration. */
import { z } from "zod";
import { basemap } from "./basemap.ts";
import { categoriesFile } from "./place/categories.ts";
import { areasFile, placeFile } from "./place/schema.ts";

export const boot = z.strictObject({
  place: placeFile,
  basemap,
  areas: z.array(areasFile.shape.areas.element.pick({ id: true, name: true, squares: true })),
  reasons: categoriesFile.shape.reasons,
  demonstration: z.boolean(),
  /** Whole days from the visitor's clock to the product's: other than 0 only in a demonstration. */
  clockShiftDays: z.number().int(),
});
export type Boot = z.infer<typeof boot>;
