/** The only queries on the table of measures. */
import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "../database/open.ts";
import { measures } from "./table.ts";

export type MeasureRow = typeof measures.$inferSelect;

export async function selectMeasures(db: Database): Promise<MeasureRow[]> {
  return db.select().from(measures).orderBy(desc(measures.updatedOn), measures.title, measures.id);
}

export async function insertMeasure(db: Database, row: typeof measures.$inferInsert): Promise<MeasureRow> {
  const [stored] = await db.insert(measures).values(row).returning();
  if (!stored) throw new Error("the measure was not stored");
  return stored;
}

/** Replaces a measure if it still has the version that was read; undefined when it has another or is gone. */
export async function updateMeasure(
  db: Database,
  id: string,
  version: number | undefined,
  row: Omit<typeof measures.$inferInsert, "id" | "version">,
): Promise<MeasureRow | undefined> {
  const [stored] = await db
    .update(measures)
    .set({ ...row, version: sql`${measures.version} + 1` })
    .where(and(eq(measures.id, id), version === undefined ? undefined : eq(measures.version, version)))
    .returning();
  return stored;
}

export async function measureExists(db: Database, id: string): Promise<boolean> {
  const [found] = await db.select({ id: measures.id }).from(measures).where(eq(measures.id, id));
  return found !== undefined;
}
