/** The only queries on the table of lamps. */
import { asc, eq } from "drizzle-orm";
import type { Database } from "../database/open.ts";
import { lamps } from "./table.ts";

export type LampRow = typeof lamps.$inferSelect;

export async function selectLamps(db: Database): Promise<LampRow[]> {
  return db.select().from(lamps).orderBy(asc(lamps.id));
}

export async function insertLamps(db: Database, rows: (typeof lamps.$inferInsert)[]): Promise<void> {
  await db.insert(lamps).values(rows);
}

export async function updateLamp(
  db: Database,
  id: string,
  row: Omit<LampRow, "id">,
): Promise<LampRow | undefined> {
  const [stored] = await db.update(lamps).set(row).where(eq(lamps.id, id)).returning();
  return stored;
}
