/** `categories.json`: the closed list of reasons a resident can give, with their words and icons. */
import { z } from "zod";
import { feeling } from "../reports/schema.ts";
import { feelings } from "../reports/terms.ts";
import { reasonIcons } from "./reason-icons.ts";
import { slug, words } from "./schema.ts";

export const reasonGroups = ["place", "happening", "safe"] as const;

/** Staff count reports in 32 bits, one for each reason. */
export const MOST_TOWN_REASONS = 32;

export const categoriesFile = z.strictObject({
  reasons: z
    .array(
      z
        .strictObject({
          id: slug.max(40),
          feeling,
          /** Something about the place itself, something that happens there, or what makes it feel safe. */
          group: z.enum(reasonGroups),
          name: words,
          icon: z.enum(reasonIcons),
          /** No longer asked about; reports that gave it keep it. */
          hidden: z.literal(true).optional(),
        })
        .refine(({ feeling: felt, group }) => (felt === "safe") === (group === "safe"), {
          path: ["group"],
          error: "expected the group safe for what feels safe, and only then",
        }),
    )
    .max(MOST_TOWN_REASONS)
    .refine((reasons) => new Set(reasons.map(({ id }) => id)).size === reasons.length, {
      error: "expected each reason once",
      params: { wrong: "twice" },
    })
    .refine(
      (reasons) => feelings.every((felt) => reasons.some((each) => each.feeling === felt && !each.hidden)),
      { error: "expected a shown reason for each feeling", params: { wrong: "allHidden" } },
    ),
});
export type Reason = z.infer<typeof categoriesFile>["reasons"][number];
