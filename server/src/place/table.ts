/** Files of the town that were imported and stand in place of those in its folder. */
import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../database/columns.ts";
import { imports } from "../imports/table.ts";

export const townFiles = pgTable("town_files", {
  /** As in the folder: `basemap/streets.geojson`. */
  name: text().primaryKey(),
  content: bytea().notNull(),
  importId: uuid("import_id")
    .notNull()
    .references(() => imports.id),
});
