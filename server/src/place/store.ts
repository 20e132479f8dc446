/** The only queries on the town's imported files. */
import { eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../database/open.ts";
import { imports } from "../imports/table.ts";
import { measures } from "../measures/table.ts";
import { patrols } from "../patrols/table.ts";
import { reports } from "../reports/table.ts";
import { townFiles } from "./table.ts";

export async function selectTownFiles(db: Database): Promise<Map<string, Buffer>> {
  const rows = await db.select({ name: townFiles.name, content: townFiles.content }).from(townFiles);
  return new Map(rows.map(({ name, content }) => [name, content]));
}

/** Puts imported files in the place of those of the same names. */
export async function putTownFiles(
  db: Database,
  importId: string,
  files: ReadonlyMap<string, Buffer>,
): Promise<void> {
  for (const [name, content] of files)
    await db
      .insert(townFiles)
      .values({ name, content, importId })
      .onConflictDoUpdate({ target: townFiles.name, set: { content, importId } });
}

/** Whether anything has been stored that names a release area and must go on meaning the same place. */
export async function holdsAreaNames(db: Database): Promise<boolean> {
  const { rows } = await db.execute<{ holds: boolean }>(
    sql`select exists (select from ${reports}) or exists (select from ${patrols}) or exists (select from ${measures}) holds`,
  );
  return rows[0]?.holds === true;
}

/** Takes away what imports of a kind laid over the town's folder, and tells which files that were. */
export async function deleteTownFiles(
  db: Database,
  kind: (typeof imports.$inferSelect)["kind"],
): Promise<string[]> {
  const ofKind = db.select({ id: imports.id }).from(imports).where(eq(imports.kind, kind));
  const rows = await db
    .delete(townFiles)
    .where(inArray(townFiles.importId, ofKind))
    .returning({ name: townFiles.name });
  return rows.map(({ name }) => name);
}
