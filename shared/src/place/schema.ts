/** The shapes of a town's folder in `data/`: what is a town's own, and what another municipality writes anew. */
import { z } from "zod";
import { languageTag } from "../language.ts";
import { typedText } from "../text.ts";

const text = typedText(1, 2000);

/** A name or text in Swedish and English, and in what other languages the town has it, by their tags. */
export const words = z
  .object({ sv: text, en: text })
  .catchall(text)
  .refine((value) => Object.keys(value).every((tag) => languageTag.safeParse(tag).success), {
    error: "expected languages by their tags, such as fi",
  });
export type Words = z.infer<typeof words>;

/** Lower-case words joined by hyphens, without diacritics: `drottninggatan-norra`. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** `Södra Fogdelyckegatan` → `sodra-fogdelyckegatan`. */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** An address that a page may link to. */
export const link = z.url({ protocol: /^https?$/ }).max(500);

/** As it is read: `114 14`, `0454-810 00`, `+46 454 810 00`. */
export const telephone = z.string().regex(/^\+?\d[\d -]{1,18}\d$/, "expected digits, spaces and hyphens");

const degrees = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });

/** How sure the position of something drawn is: within about 10 m, within about 60 m, or inferred. */
export const certainty = z.enum(["sure", "fair", "unsure"]);
export type Certainty = z.infer<typeof certainty>;

/** `place.json`: the town itself. */
export const placeFile = z.strictObject({
  id: slug,
  name: z.string(),
  municipality: words,
  timeZone: z.string(),
  centre: degrees,
  zoom: z.number(),
  /** West, south, east, north: how far the map can be moved. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  schematic: z.boolean(),
  attribution: words,
  /** Whom to call, each with the words before its number. */
  contacts: z
    .array(z.strictObject({ number: telephone, name: words }))
    .max(6)
    .refine(([first]) => first?.number === "112", {
      error: "expected 112 as the first number",
      params: { wrong: "emergency" },
    }),
  faultReport: z.strictObject({ name: words, url: link }),
  /** Where somebody who must hide the page at once is taken: something that everybody looks at, the weather say. */
  quickExit: z.strictObject({ url: z.url({ protocol: /^https$/ }).max(500) }),
});
export type Place = z.infer<typeof placeFile>;

/** `areas.json`: the release areas, a fixed partition of the centre into unions of 62.5 m squares. */
export const areasFile = z.strictObject({
  note: z.string(),
  areas: z
    .array(
      z.strictObject({
        id: slug,
        name: words,
        /** A place of worship, school, clinic or shelter: needs more voices before anything is told. */
        protected: z.boolean(),
        squares: z.array(z.string().regex(/^\d+_\d+$/)).min(1),
      }),
    )
    .min(1),
});
export type Area = z.infer<typeof areasFile>["areas"][number];

/**
 * `places.json`: what people search for: streets, squares, parks, notable buildings, bridges, stops. Crossings are added
 * from the walkable network.
 */
export const placesFile = z.strictObject({
  note: z.string(),
  places: z.array(
    z.strictObject({
      id: slug,
      name: z.string(),
      kind: z.enum(["street", "crossing", "square", "park", "building", "bridge", "quay", "water", "stop"]),
      at: degrees,
      /** The release area that holds the point; absent outside the centre. */
      area: slug.optional(),
      certainty,
    }),
  ),
});
export type NamedPlace = z.infer<typeof placesFile>["places"][number];

/** `place.search`: besides named places also release areas, and lamps by their numbers. */
export const foundPlace = placesFile.shape.places.element.extend({
  id: z.string(),
  kind: z.enum([...placesFile.shape.places.element.shape.kind.options, "area", "lamp"]),
});
export type FoundPlace = z.infer<typeof foundPlace>;
