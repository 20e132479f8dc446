/** What somebody who has sent a report says of themselves. It is sent apart and carries nothing of the report. */
import { z } from "zod";
import { ageBands, genders } from "./terms.ts";

/** `reports.countSender`. */
export const senderInput = z
  .strictObject({ age: z.enum(ageBands).optional(), gender: z.enum(genders).optional() })
  .refine(
    ({ age, gender }) => age !== undefined || gender !== undefined,
    "expected an age, a gender or both",
  );
export type Sender = z.infer<typeof senderInput>;
