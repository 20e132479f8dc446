/** What a page knows before it asks for anything: the town, its words, and whether all this is a demonstration. */
import { z } from "zod";
import { basemap } from "./basemap.ts";
import { language } from "./language.ts";
import { categoriesFile } from "./place/categories.ts";
import { privacyFile } from "./place/privacy.ts";
import { areasFile, placeFile } from "./place/schema.ts";
import { serviceFile } from "./place/service.ts";
import { isoDay } from "./reports/filter.ts";
import { retentionFile } from "./retention/schema.ts";

export const boot = z.strictObject({
  /** Those that a visitor may choose from, the first where nothing else is asked for. */
  languages: z.array(language),
  /** Whether people may report now, and if not from when they may, and what the town says of it. */
  reporting: z.strictObject({
    open: z.boolean(),
    opensOn: isoDay.nullable(),
    text: serviceFile.shape.campaign.shape.text,
  }),
  introduction: serviceFile.shape.introduction,
  lampOwners: serviceFile.shape.lampOwners,
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
