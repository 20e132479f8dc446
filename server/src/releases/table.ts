/** Releases: immutable files, and what the rule must remember from one to the next. */
import { date, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { ReleaseManifest } from "@trygg/shared/releases/schema.ts";
import { bytea } from "../database/columns.ts";

export const releases = pgTable("releases", {
  id: text().primaryKey(),
  kind: text({ enum: ["reports", "presence"] }).notNull(),
  publishedAt: timestamp("published_at", { withTimezone: true }).notNull(),
  manifest: jsonb().$type<ReleaseManifest>().notNull(),
});

export const releaseFiles = pgTable(
  "release_files",
  {
    releaseId: text("release_id")
      .notNull()
      .references(() => releases.id),
    name: text().notNull(),
    mediaType: text("media_type").notNull(),
    /** The file as it is, and compressed once for all readers. */
    plain: bytea().notNull(),
    gzip: bytea().notNull(),
    brotli: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.releaseId, table.name] })],
);

/** What each cell told last and the voices it was told by. Never leaves this table. */
export const toldCells = pgTable("told_cells", {
  cell: text().primaryKey(),
  class: text({ enum: ["few", "5-9", "10-19", "20-39", "40-79", "80+"] }).notNull(),
  /** Record keys in hexadecimal. */
  voices: text().array().notNull(),
  /** The last day of the window in which it was told; null in rows of before it was kept. */
  on: date("told_on"),
});

/** A release that waits for a second person. */
export const releaseProposals = pgTable("release_proposals", {
  kind: text({ enum: ["reports", "presence"] }).primaryKey(),
  proposedAt: timestamp("proposed_at", { withTimezone: true }).notNull(),
  /** Null when it was proposed on the command line. */
  proposedBy: uuid("proposed_by"),
});
