/** What staff record as evidence for a commitment that no other table speaks for. */
import { date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";

export const evidence = pgTable(
  "evidence",
  {
    id: uuid().primaryKey().defaultRandom(),
    year: integer().notNull(),
    commitment: text().notNull(),
    date: date().notNull(),
    title: text().notNull(),
    people: integer(),
    link: text(),
  },
  (table) => [index().on(table.year, table.commitment)],
);
