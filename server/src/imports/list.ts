/** What was brought in from outside, the latest first. */
import type { ImportEntry } from "@trygg/shared/imports/schema.ts";
import type { Services } from "../context.ts";
import { selectImports } from "./store.ts";

const MOST = 50;

export async function listImports({ db }: Services): Promise<ImportEntry[]> {
  const rows = await selectImports(db, MOST);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
