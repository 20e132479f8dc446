/** A row like a report's, inserted by a plain statement into a table like theirs. */
import { randomBytes } from "node:crypto";
import type { ReportInput } from "@trygg/shared/reports/schema.ts";
import type pg from "pg";

/** Needs the table of reports in the same database. */
export const makeBareTable = (client: pg.Client | pg.Pool) =>
  client.query("create table if not exists bare (like reports including all)");

export const bareInsert = (client: pg.Client | pg.Pool, { reasons, feeling, light }: ReportInput) =>
  client.query(
    `insert into bare (client_key_hash, receipt_hash, received_on, feeling, east, north, square, area, reasons, bins,
       light, impact, voice_day, voice_dark, weight)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      randomBytes(32),
      randomBytes(32),
      "2026-11-23",
      feeling,
      491_500,
      6_225_000,
      "7864_99600",
      "stortorget",
      reasons,
      "72057594037927935",
      light,
      null,
      null,
      randomBytes(32),
      1,
    ],
  );
