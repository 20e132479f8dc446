/** The town's accessibility statement (`accessibility.json`), and the notes that people send about what does not work. */
import { z } from "zod";
import { pages } from "../pages.ts";
import { isoDay } from "../reports/filter.ts";
import { link, words } from "../place/schema.ts";
import { typedText } from "../text.ts";
import { NOTE_LEAST, NOTE_MOST } from "./terms.ts";

export const degrees = ["full", "partial", "none"] as const;

export const accessibilityFile = z.strictObject({
  note: z.string(),
  /** Who answers for it that the service can be used by all. */
  body: z.strictObject({ name: words, url: link }),
  service: words,
  degree: z.enum(degrees),
  /** When it was last assessed as a whole; the law asks for at most a year between. */
  assessed: isoDay,
  /** When the text was last looked over. */
  updated: isoDay,
  method: words,
  gaps: z.array(
    z.strictObject({
      what: words,
      why: words,
      /** Criteria of WCAG 2.2, such as `1.4.10`, where the gap is one of those. */
      criteria: z.array(z.string().regex(/^[1-4]\.\d\.\d{1,2}$/)).optional(),
    }),
  ),
  /** What is left out because it would cost too much (section 12), and what the law does not cover (section 9). */
  burden: words,
  notCovered: words,
  /** Where the supervising authority takes complaints. */
  supervision: z.url(),
});
export type AccessibilityFile = z.infer<typeof accessibilityFile>;
export type AccessibilityStatement = Omit<AccessibilityFile, "note">;

export const noteInput = z.strictObject({
  /** Where it was; left out where it is everywhere, or somebody would rather not say. */
  page: z.enum(pages).optional(),
  text: typedText(NOTE_LEAST, NOTE_MOST),
});
export type NoteInput = z.infer<typeof noteInput>;

export const note = z.strictObject({
  id: z.uuid(),
  /** The local day; never the hour. */
  day: isoDay,
  page: z.enum(pages).nullable(),
  text: z.string(),
});
export type Note = z.infer<typeof note>;
