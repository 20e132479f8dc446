/** What the store remembers about itself. */
import { eq } from "drizzle-orm";
import type { Database } from "./open.ts";
import { storeFacts } from "./table.ts";

export async function readStoreFact(db: Database, name: string): Promise<unknown> {
  const [found] = await db.select().from(storeFacts).where(eq(storeFacts.name, name));
  return found?.value;
}

/** The first to write a fact decides it. */
export async function writeStoreFact(db: Database, name: string, value: unknown): Promise<void> {
  await db.insert(storeFacts).values({ name, value }).onConflictDoNothing();
}

/** Puts a fact in the place of what was known before. */
export async function replaceStoreFact(db: Database, name: string, value: unknown): Promise<void> {
  await db
    .insert(storeFacts)
    .values({ name, value })
    .onConflictDoUpdate({ target: storeFacts.name, set: { value } });
}
