/** The only queries on the register of what was given out. */
import { desc, eq } from "drizzle-orm";
import { accounts } from "../accounts/table.ts";
import type { Database } from "../database/open.ts";
import { disclosures } from "./table.ts";

export type DisclosureRow = typeof disclosures.$inferSelect;

/** Nothing where the number is taken. */
export async function insertDisclosure(
  db: Database,
  row: typeof disclosures.$inferInsert,
): Promise<DisclosureRow | undefined> {
  const [stored] = await db.insert(disclosures).values(row).onConflictDoNothing().returning();
  return stored;
}

export async function selectDisclosures(db: Database, limit: number) {
  return db
    .select({ row: disclosures, name: accounts.name })
    .from(disclosures)
    .leftJoin(accounts, eq(accounts.id, disclosures.accountId))
    .orderBy(desc(disclosures.at), disclosures.id)
    .limit(limit);
}

/** Whether there is such an entry. */
export async function storeStrike(db: Database, id: string, struckAt: Date | null): Promise<boolean> {
  const { rowCount } = await db.update(disclosures).set({ struckAt }).where(eq(disclosures.id, id));
  return rowCount === 1;
}
