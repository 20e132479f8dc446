/** The only queries on kept filters. Every one asks for the account that they belong to. */
import type { SavedFilter } from "@trygg/shared/reports/saved.ts";
import { and, eq } from "drizzle-orm";
import type { Database } from "../../database/open.ts";
import { savedFilters } from "../table.ts";

const told = { id: savedFilters.id, name: savedFilters.name, view: savedFilters.view };
const own = (accountId: string, id: string) =>
  and(eq(savedFilters.accountId, accountId), eq(savedFilters.id, id));

type Kept = Omit<SavedFilter, "id">;

export async function selectFilters(db: Database, accountId: string): Promise<SavedFilter[]> {
  return db
    .select(told)
    .from(savedFilters)
    .where(eq(savedFilters.accountId, accountId))
    .orderBy(savedFilters.name, savedFilters.id);
}

/** Undefined where a filter of the same name was quicker. */
export async function insertFilter(
  db: Database,
  accountId: string,
  kept: Kept,
): Promise<SavedFilter | undefined> {
  const [stored] = await db
    .insert(savedFilters)
    .values({ accountId, ...kept })
    .onConflictDoNothing()
    .returning(told);
  return stored;
}

export async function updateFilter(
  db: Database,
  accountId: string,
  id: string,
  kept: Kept,
): Promise<SavedFilter | undefined> {
  const [stored] = await db.update(savedFilters).set(kept).where(own(accountId, id)).returning(told);
  return stored;
}

export async function deleteFilter(
  db: Database,
  accountId: string,
  id: string,
): Promise<SavedFilter | undefined> {
  const [removed] = await db.delete(savedFilters).where(own(accountId, id)).returning(told);
  return removed;
}
