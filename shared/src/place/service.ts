/** A town's `service.json`: how it runs the service. */
import { z } from "zod";
import { languageTag } from "../language.ts";
import { SOURCE } from "../language-tag.ts";
import { isoDay } from "../reports/filter.ts";
import { link, slug, telephone, words } from "./schema.ts";

/** When people may report. */
export const campaign = z
  .strictObject({
    /** The day on which it was closed by hand; null while it is not. */
    closed: isoDay.nullable(),
    /** First and last day; null for no limit. */
    from: isoDay.nullable(),
    to: isoDay.nullable(),
    /** What the town says of it while nobody may report. */
    text: words.nullable(),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ["to"],
    error: "expected a last day that is no earlier than the first",
    params: { wrong: "order" },
  });

/** Owners that an inventory or a map can name without knowing the town; a town names them, and adds its own. */
export const knownOwners = [
  "municipality",
  "road-administration",
  "property-owner",
  "road-association",
] as const;

export const owner = z.strictObject({
  id: slug.max(40),
  /** As the subject of a sentence: `En vägförening`. */
  name: words,
  /** Where a lamp that is out is told of; null where nobody knows. */
  url: link.nullable(),
  phone: telephone.nullable(),
});
export type Owner = z.infer<typeof owner>;

export const serviceFile = z.strictObject({
  note: z.string(),
  campaign,
  /** What the town itself says above the report form. */
  introduction: words.nullable(),
  /** Tags of the languages that are offered, the first where nothing else is asked for; null for all there are. */
  languages: z
    .array(languageTag)
    .max(40)
    .refine((tags) => tags.includes(SOURCE), {
      error: `expected ${SOURCE} among the languages`,
      params: { wrong: "swedish" },
    })
    .refine((tags) => new Set(tags).size === tags.length, "expected each language once")
    .nullable(),
  lampOwners: z
    .array(owner)
    .max(40)
    .refine((owners) => knownOwners.every((id) => owners.some((each) => each.id === id)), {
      error: `expected ${knownOwners.join(", ")} among the owners`,
    })
    .refine((owners) => new Set(owners.map(({ id }) => id)).size === owners.length, {
      error: "expected each owner once",
      params: { wrong: "twice" },
    }),
  /** Who may use the right to approve: coordinators, or planner and police as well. */
  approvers: z.enum(["coordinators", "desk"]),
});
export type Service = z.infer<typeof serviceFile>;
