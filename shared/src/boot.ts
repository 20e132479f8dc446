/** What a page knows before it asks for anything: the town, its words, and whether all this is a demonstration. */
import { z } from "zod";
import { basemap } from "./basemap.ts";
import { language } from "./language.ts";
import { categoriesFile } from "./place/categories.ts";
import { privacyFile } from "./place/privacy.ts";
import { areasFile, placeFile } from "./place/schema.ts";
import { retentionFile } from "./retention/schema.ts";

export const boot = z.strictObject({
  /** Those that a visitor may choose from. */
  languages: z.array(language),
  place: placeFile,
  basemap,
  areas: z.array(areasFile.shape.areas.element.pick({ id: true, name: true, squares: true })),
  reasons: categoriesFile.shape.reasons,
  /** Who answers for the personal data, and for how many months rows are kept. */
  privacy: privacyFile.omit({ note: true }),
  retention: retentionFile.shape.months,
  demonstration: z.boolean(),
  /** Whole days from the visitor's clock to the product's: other than 0 only in a demonstration. */
  clockShiftDays: z.number().int(),
});
export type Boot = z.infer<typeof boot>;
