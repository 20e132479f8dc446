/** The only queries on the town's imported files. */
import type { Database } from "../database/open.ts";
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
