/** What is new at the desk since one was last there, and what waits for somebody: counts only. */
import { z } from "zod";
import { isoDay } from "../reports/filter.ts";

export const newsKinds = [
  "bursts",
  "proposals",
  "confirmations",
  "notes",
  "exports",
  "looks",
  "reports",
  "measures",
  "patrols",
] as const;
export const newsKind = z.enum(newsKinds);
export type NewsKind = z.infer<typeof newsKind>;

export const news = z.strictObject({
  /** The day on which one was last here before today; a week ago for whoever never was. */
  since: isoDay,
  items: z.array(
    z.strictObject({
      kind: newsKind,
      count: z.number().int(),
      /** It waits for somebody, however old it is. */
      waits: z.boolean(),
    }),
  ),
});
export type News = z.infer<typeof news>;
