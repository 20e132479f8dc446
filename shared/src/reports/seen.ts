/** `reports.markSeen`: the reports of an area are read today, or are not after all. */
import { z } from "zod";
import { slug } from "../place/schema.ts";

export const seenInput = z.strictObject({ area: slug.max(60), seen: z.boolean() });
export type SeenInput = z.infer<typeof seenInput>;
