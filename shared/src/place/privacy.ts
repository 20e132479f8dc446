/** A town's `privacy.json`: who answers for the personal data (articles 13 and 14 of the GDPR). */
import { z } from "zod";
import { link, words } from "./schema.ts";

const contact = z.strictObject({ name: words, url: link });

export const privacyFile = z.strictObject({
  note: z.string(),
  controller: contact,
  dataProtectionOfficer: contact,
});
