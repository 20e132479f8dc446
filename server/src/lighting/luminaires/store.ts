/** The only queries on the table of luminaires. */
import { and, asc, count, eq, getTableColumns, notExists } from "drizzle-orm";
import type { Database } from "../../database/open.ts";
import { lamps, luminaires } from "../table.ts";

const { file: _file, ...told } = getTableColumns(luminaires);

/** All that is told of luminaires but their files, with how many lamps have each. */
export async function selectLuminaires(db: Database) {
  return db
    .select({ ...told, lamps: count(lamps.id) })
    .from(luminaires)
    .leftJoin(lamps, eq(lamps.luminaire, luminaires.id))
    .groupBy(luminaires.id)
    .orderBy(asc(luminaires.name), asc(luminaires.id));
}

/** False where there was one of that id already. */
export async function insertLuminaire(db: Database, row: typeof luminaires.$inferInsert): Promise<boolean> {
  const stored = await db
    .insert(luminaires)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: luminaires.id });
  return stored.length > 0;
}

/** Whether there is one, which then stays until the transaction ends. */
export async function keepLuminaire(tx: Database, id: string): Promise<boolean> {
  const { id: column } = luminaires;
  return (await tx.select({ id: column }).from(luminaires).where(eq(column, id)).for("key share")).length > 0;
}

/** The ids and names by which inventories may call luminaires. */
export async function selectLuminaireNames(db: Database) {
  const { id, name } = luminaires;
  return db.select({ id, name }).from(luminaires).orderBy(asc(id));
}

/** False where there is none, or some lamp has it. */
export async function deleteLuminaire(tx: Database, id: string): Promise<boolean> {
  // Lamps that are about to get it are waited for.
  await tx.select({ id: luminaires.id }).from(luminaires).where(eq(luminaires.id, id)).for("update");
  const having = tx.select({ id: lamps.id }).from(lamps).where(eq(lamps.luminaire, luminaires.id));
  const gone = await tx
    .delete(luminaires)
    .where(and(eq(luminaires.id, id), notExists(having)))
    .returning({ id: luminaires.id });
  return gone.length > 0;
}

export async function countLampsWith(db: Database, id: string): Promise<number> {
  return db.$count(lamps, eq(lamps.luminaire, id));
}
