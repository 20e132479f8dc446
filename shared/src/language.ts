/** The languages of the product. Each is one file of the client's words, which says of itself what stands here. */
import { z } from "zod";

/** A tag of BCP 47: `sv`, or `sv-simple` for its easy form. */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

export const language = z.strictObject({
  tag: languageTag,
  /** In the language itself. */
  name: z.string().min(1),
  direction: z.enum(["ltr", "rtl"]),
});
export type Language = z.infer<typeof language>;

/** What is spoken where nothing else is known, and what every other language falls back to. */
export const SOURCE = "sv";

/** A tag and what it is a form of, the nearest first: `sv-simple`, then `sv` (RFC 4647, section 3.4). */
export function nearestFirst(tag: string): string[] {
  const parts = tag.split("-");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
}
