/** The only queries on the table of dialogues. */
import { and, gte, lte } from "drizzle-orm";
import type { Database } from "../database/open.ts";
import { dialogues } from "./table.ts";

export async function insertDialogues(db: Database, rows: (typeof dialogues.$inferInsert)[]): Promise<void> {
  await db.insert(dialogues).values(rows);
}

/** The day of each dialogue in a period. */
export async function selectDialogueDates(db: Database, from: string, to: string): Promise<string[]> {
  const rows = await db
    .select({ date: dialogues.date })
    .from(dialogues)
    .where(and(gte(dialogues.date, from), lte(dialogues.date, to)));
  return rows.map(({ date }) => date);
}
