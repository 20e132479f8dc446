/** The register of reports that were given out as public documents. Nothing names who asked. */
import { date, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { DisclosedAsked, Mask } from "@trygg/shared/disclosures/schema.ts";

export const disclosures = pgTable("disclosures", {
  id: uuid().primaryKey().defaultRandom(),
  /** The municipality's diary number. */
  number: text().notNull().unique(),
  askedOn: date("asked_on").notNull(),
  /** Neither a receipt's code nor a report's id. */
  asked: jsonb().$type<DisclosedAsked>().notNull(),
  reports: integer().notNull(),
  masked: jsonb().$type<Mask[]>().notNull(),
  accountId: uuid("account_id").notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
  /** When it was struck out as a mistake. */
  struckAt: timestamp("struck_at", { withTimezone: true }),
});
