/** `categories.json`: the closed list of reasons a resident can give, with their words and icons. */
import { z } from "zod";
import { feeling } from "../reports/schema.ts";
import { slug, words } from "./schema.ts";

export const reasonGroup = z.enum(["place", "happening", "safe"]);

export const categoriesFile = z.strictObject({
  reasons: z
    .array(
      z.strictObject({
        id: slug.max(40),
        feeling,
        /** Something about the place itself, something that happens there, or what makes it feel safe. */
        group: reasonGroup,
        name: words,
        icon: z.string(),
      }),
    )
    .min(1),
});
export type Reason = z.infer<typeof categoriesFile>["reasons"][number];
