/** The only queries on the table of notes about accessibility. */
import type { Note } from "@trygg/shared/accessibility/schema.ts";
import { desc, eq, lt } from "drizzle-orm";
import type { Database } from "../database/open.ts";
import { accessibilityNotes } from "./table.ts";

export async function insertNote(db: Database, row: Omit<Note, "id">): Promise<void> {
  await db.insert(accessibilityNotes).values(row);
}

export async function selectNotes(db: Database, most: number): Promise<Note[]> {
  return db
    .select()
    .from(accessibilityNotes)
    .orderBy(desc(accessibilityNotes.day), accessibilityNotes.id)
    .limit(most);
}

/** Says whether there was one. */
export async function deleteNote(db: Database, id: string): Promise<boolean> {
  const { rowCount } = await db.delete(accessibilityNotes).where(eq(accessibilityNotes.id, id));
  return (rowCount ?? 0) > 0;
}

export async function deleteNotesBefore(db: Database, day: string): Promise<number> {
  const { rowCount } = await db.delete(accessibilityNotes).where(lt(accessibilityNotes.day, day));
  return rowCount ?? 0;
}
