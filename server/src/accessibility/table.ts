/** What people write about parts of the product that they cannot use. A row holds no time, no network and no sender. */
import { date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { pages } from "@trygg/shared/pages.ts";

export const accessibilityNotes = pgTable(
  "accessibility_notes",
  {
    /** Random, so that it tells nothing of order. */
    id: uuid().primaryKey().defaultRandom(),
    day: date().notNull(),
    page: text({ enum: pages }),
    text: text().notNull(),
  },
  (table) => [index().on(table.day)],
);
