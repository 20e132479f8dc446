/** The only queries on recorded evidence. */
import { and, eq } from "drizzle-orm";
import type { Database } from "../database/open.ts";
import { evidence } from "./table.ts";

export async function insertEvidence(
  db: Database,
  rows: (typeof evidence.$inferInsert)[],
): Promise<{ id: string }[]> {
  return db.insert(evidence).values(rows).returning({ id: evidence.id });
}

export async function selectEvidenceDates(db: Database, year: number, commitment: string): Promise<string[]> {
  const rows = await db
    .select({ date: evidence.date })
    .from(evidence)
    .where(and(eq(evidence.year, year), eq(evidence.commitment, commitment)));
  return rows.map(({ date }) => date);
}
