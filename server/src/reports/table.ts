/**
 * What residents say. A row holds nothing that names anybody: a position on a 10 m grid, a day, the bins picked.
 * The receipt and the client's key are kept as keyed hashes only, and a device only as tags that do not link.
 */
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { isNotNull } from "drizzle-orm";
import { type Impact, ageBands, genders } from "@trygg/shared/reports/terms.ts";
import type { SavedView } from "@trygg/shared/reports/saved.ts";
import { accounts } from "../accounts/table.ts";
import { bytea } from "../database/columns.ts";
import { measures } from "../measures/table.ts";

/** Reports of one feeling that came from one part of town in such numbers that somebody must look before they count. */
export const bursts = pgTable("bursts", {
  id: uuid().primaryKey().defaultRandom(),
  feeling: text({ enum: ["unsafe", "safe"] }).notNull(),
  /** Reports that a week usually brings from its squares. */
  usual: real().notNull(),
  /** Null while it waits for a coordinator. */
  decision: text({ enum: ["counts", "removed"] }),
  decidedOn: date("decided_on"),
});

export const reports = pgTable(
  "reports",
  {
    /** Random, so that it tells nothing of order. */
    id: uuid().primaryKey().defaultRandom(),
    clientKeyHash: bytea("client_key_hash").notNull().unique(),
    receiptHash: bytea("receipt_hash").notNull().unique(),
    /** The local day on which it came in; never the hour. */
    receivedOn: date("received_on").notNull(),
    feeling: text({ enum: ["unsafe", "safe"] }).notNull(),
    /** SWEREF 99 TM, metres, rounded to ten. */
    east: integer().notNull(),
    north: integer().notNull(),
    square: text().notNull(),
    area: text().notNull(),
    reasons: text().array().notNull(),
    /** 56-bit mask of three-hour bins. */
    bins: bigint({ mode: "bigint" }).notNull(),
    light: text({ enum: ["dark", "light", "both"] }).notNull(),
    /** 0 not at all … 3 avoids the place; null when not answered. */
    impact: smallint().$type<Impact>(),
    /** Tags of the voice in each band that the report concerns. */
    voiceDay: bytea("voice_day"),
    voiceDark: bytea("voice_dark"),
    /** 0 once the device has reached its cap of cells, and while the report is set apart with a burst; otherwise 1. */
    weight: smallint().notNull(),
    /** No work was done for it in the browser. */
    unproven: boolean().notNull().default(false),
    /** The burst that it belongs to, also after that was decided. */
    burst: uuid().references(() => bursts.id),
  },
  (table) => [
    index().on(table.receivedOn),
    index().on(table.square),
    index().on(table.burst).where(isNotNull(table.burst)),
  ],
);

/** One device in one area, band and feeling, with a random key from which its noise is drawn. */
export const voices = pgTable("voices", {
  tag: bytea().primaryKey(),
  key: bytea().notNull(),
});

/** How many cells a device counts in. Kept apart: nothing here leads to a report. */
export const voiceCaps = pgTable("voice_caps", {
  tag: bytea().primaryKey(),
  cells: smallint().notNull(),
});

/** How many reports a network sends in ten minutes, under a keyed hash of both; deleted when they are long over. */
export const sendingCounts = pgTable("sending_counts", {
  tag: bytea().primaryKey(),
  count: integer().notNull(),
  keepUntil: timestamp("keep_until", { withTimezone: true }).notNull(),
});

/** Receipts of withdrawn reports, so that the code still answers and a late repeat stores nothing. */
export const withdrawals = pgTable("withdrawals", {
  reportId: uuid("report_id").primaryKey(),
  receiptHash: bytea("receipt_hash").notNull().unique(),
  clientKeyHash: bytea("client_key_hash").notNull().unique(),
  withdrawnOn: date("withdrawn_on").notNull(),
});

/** How many of those who sent reports in a month say that they are so old and of this gender: counts, and no row for a person. */
export const senderCounts = pgTable(
  "sender_counts",
  {
    /** Its first day. */
    month: date().notNull(),
    age: text({ enum: [...ageBands, "unsaid"] }).notNull(),
    gender: text({ enum: [...genders, "unsaid"] }).notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.month, table.age, table.gender] })],
);

/** The days on which staff had read the reports of an area; not who of them, nor which reports. */
export const seenAreas = pgTable("seen_areas", { area: text().notNull(), day: date().notNull() }, (table) => [
  primaryKey({ columns: [table.area, table.day] }),
]);

/** What staff have noted beside a report: the day, and never by whom, which only the audit log tells. Goes with the report. */
export const reportMarks = pgTable(
  "report_marks",
  {
    reportId: uuid("report_id")
      .primaryKey()
      .references(() => reports.id, { onDelete: "cascade" }),
    /** The first local day on which somebody said that it is read. */
    seenOn: date("seen_on"),
    /** The report that tells of the same, which is no duplicate itself. */
    duplicateOf: uuid("duplicate_of").references(() => reports.id, { onDelete: "set null" }),
  },
  (table) => [index().on(table.duplicateOf)],
);

/** The measures that answer a report. */
export const reportMeasures = pgTable(
  "report_measures",
  {
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id, { onDelete: "cascade" }),
    measureId: uuid("measure_id")
      .notNull()
      .references(() => measures.id, { onDelete: "cascade" }),
    linkedOn: date("linked_on").notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.measureId] }), index().on(table.measureId)],
);

/** Filters that staff keep under names, each their own. */
export const savedFilters = pgTable(
  "saved_filters",
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    name: text().notNull(),
    view: jsonb().$type<SavedView>().notNull(),
  },
  (table) => [unique().on(table.accountId, table.name)],
);
