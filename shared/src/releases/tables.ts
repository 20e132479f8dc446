/**
 * The tables of a release as flat rows, for CSV and for the dictionary that explains them. A column's words stand with
 * its schema, so that what is written and what is explained cannot part.
 */
import { z } from "zod";
import { slug } from "../place/schema.ts";
import { bands, feelings } from "../reports/terms.ts";
import { minuteClasses, voiceClasses } from "./rule.ts";

/** A column with what it means, in Swedish and English. */
const column = <T extends z.ZodType>(schema: T, sv: string, en: string) => schema.meta({ sv, en });

const band = column(
  z.enum(bands),
  "day: i dagsljus. dark: i mörker, när solen står mer än sex grader under horisonten",
  "day: in daylight. dark: in darkness, the sun being more than six degrees below the horizon",
);
const feeling = column(
  z.enum(feelings),
  "unsafe: känns otryggt. safe: känns tryggt",
  "unsafe: feels unsafe. safe: feels safe",
);
const area = {
  area: column(slug, "Områdets id", "Id of the area"),
  name_sv: column(z.string(), "Områdets namn på svenska", "Name of the area in Swedish"),
  name_en: column(z.string(), "Områdets namn på engelska", "Name of the area in English"),
};
const voices = {
  voices: column(
    z.enum(voiceClasses),
    "Antal röster som ett spann, sedan ett slumptal lagts till; few betyder för få för att visa, eller ingen",
    "Number of voices as a range, after a random number was added; few means too few to tell, or none",
  ),
  at_least: column(z.number().int(), "Spannets början", "Where the range begins"),
  at_most: column(
    z.number().int().nullable(),
    "Spannets slut; tomt när det inte har något",
    "Where the range ends; empty when it has no end",
  ),
};

export const unsafePlaceRow = z.strictObject({ ...area, band, feeling, ...voices });
export type UnsafePlaceRow = z.infer<typeof unsafePlaceRow>;

export const reasonRow = z.strictObject({
  reason: column(slug, "Orsakens id", "Id of the reason"),
  name_sv: column(z.string(), "Orsaken på svenska", "The reason in Swedish"),
  name_en: column(z.string(), "Orsaken på engelska", "The reason in English"),
  feeling,
  band,
  ...voices,
});
export type ReasonRow = z.infer<typeof reasonRow>;

export const patrolCoverageRow = z.strictObject({
  ...area,
  week: column(z.string().regex(/^\d{4}-W\d{2}$/), "Vecka enligt ISO 8601", "Week by ISO 8601"),
  band,
  minutes: column(
    z.enum(minuteClasses),
    "Minuter av närvaro under veckan som ett spann",
    "Minutes of presence during the week as a range",
  ),
  at_least: voices.at_least,
  at_most: voices.at_most,
});
export type PatrolCoverageRow = z.infer<typeof patrolCoverageRow>;

/** A field of Table Schema (Data Package 2), as the dictionary tells it. */
export const tableField = z.strictObject({
  name: z.string(),
  type: z.enum(["string", "integer"]),
  description: z.string(),
  /** The same in English. */
  descriptionEn: z.string(),
  constraints: z.strictObject({ required: z.boolean(), enum: z.array(z.string()).optional() }),
});
export type TableField = z.infer<typeof tableField>;

/** The fields of a row's schema, in order. */
export function fieldsOf(row: z.ZodObject): TableField[] {
  return Object.entries(row.shape).map(([name, schema]) => {
    const { sv = "", en = "" } = (schema.meta() ?? {}) as { sv?: string; en?: string };
    const required = !schema.safeParse(null).success;
    const inner = schema instanceof z.ZodNullable ? schema.unwrap() : schema;
    return {
      name,
      type: inner instanceof z.ZodNumber ? "integer" : "string",
      description: sv,
      descriptionEn: en,
      constraints: {
        required,
        ...(inner instanceof z.ZodEnum ? { enum: inner.options.map(String) } : {}),
      },
    };
  });
}
