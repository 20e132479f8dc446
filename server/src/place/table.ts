/** What lies over the town's folder: files that were imported, and settings. */
import { date, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../database/columns.ts";
import type { SettingName, SettingValue } from "@trygg/shared/place/settings.ts";
import { imports } from "../imports/table.ts";

/** Each stands in place of the file of its name. */
export const townFiles = pgTable("town_files", {
  /** As in the folder: `basemap/streets.geojson`. */
  name: text().primaryKey(),
  content: bytea().notNull(),
  importId: uuid("import_id")
    .notNull()
    .references(() => imports.id),
});

/** What was set at the desk. */
export const townSettings = pgTable("town_settings", {
  name: text().$type<SettingName>().primaryKey(),
  /** Null once it stands as in the folder again: the row stays, so that no version comes back. */
  value: jsonb().$type<SettingValue>(),
  /** Counts up with every change, so that two people do not overwrite each other unseen. */
  version: integer().notNull(),
  changedOn: date("changed_on").notNull(),
});
