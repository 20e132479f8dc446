/** The only queries on the table of imports. */
import { desc, eq, sql } from "drizzle-orm";
import { accounts } from "../accounts/table.ts";
import type { Database } from "../database/open.ts";
import { imports } from "./table.ts";

/** Held by an import while it stores: one at a time on all nodes. */
const IMPORT_LOCK = 7_201_031;

export async function lockImports(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`);
}

export async function insertImport(tx: Database, row: typeof imports.$inferInsert): Promise<string> {
  const [stored] = await tx.insert(imports).values(row).returning({ id: imports.id });
  if (!stored) throw new Error("the import was not stored");
  return stored.id;
}

/** The latest first, with the name of who brought each in. */
export async function selectImports(db: Database, most: number) {
  return db
    .select({
      id: imports.id,
      kind: imports.kind,
      fileName: imports.fileName,
      at: imports.at,
      by: accounts.name,
      read: imports.read,
      stored: imports.stored,
      unchanged: imports.unchanged,
      rejected: imports.rejected,
    })
    .from(imports)
    .leftJoin(accounts, eq(accounts.id, imports.accountId))
    .orderBy(desc(imports.at))
    .limit(most);
}
