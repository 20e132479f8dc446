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
