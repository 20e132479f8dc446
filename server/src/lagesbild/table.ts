/** Dialogues with residents, a part of the situation picture. */
import { date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";

export const dialogues = pgTable(
  "dialogues",
  {
    id: uuid().primaryKey().defaultRandom(),
    date: date().notNull(),
    area: text().notNull(),
    people: integer().notNull(),
    /** From the same closed list as the reasons of reports. */
    themes: text().array().notNull(),
  },
  (table) => [index().on(table.date)],
);
