/** The only queries on the town's imported files and settings. */
import type { SettingName, SettingValue } from "@trygg/shared/place/settings.ts";
import { and, arrayContains, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../database/open.ts";
import { imports } from "../imports/table.ts";
import { lamps } from "../lighting/table.ts";
import { measures } from "../measures/table.ts";
import { patrols } from "../patrols/table.ts";
import { reports } from "../reports/table.ts";
import { townFiles, townSettings } from "./table.ts";

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

export type SettingRow = typeof townSettings.$inferSelect;

export async function selectSettings(db: Database): Promise<Map<SettingName, SettingRow>> {
  const rows = await db.select().from(townSettings);
  return new Map(rows.map((row) => [row.name, row]));
}

export async function findSetting(db: Database, name: SettingName): Promise<SettingRow | undefined> {
  const [found] = await db.select().from(townSettings).where(eq(townSettings.name, name));
  return found;
}

/** Stores a setting if it still has the version that was read, 0 for none; says whether it had. */
export async function storeSetting(
  db: Database,
  version: number,
  row: { name: SettingName; value: SettingValue | null; changedOn: string },
): Promise<boolean> {
  if (version === 0) {
    const first = await db
      .insert(townSettings)
      .values({ ...row, version: 1 })
      .onConflictDoNothing();
    return first.rowCount === 1;
  }
  const next = await db
    .update(townSettings)
    .set({ ...row, version: version + 1 })
    .where(and(eq(townSettings.name, row.name), eq(townSettings.version, version)));
  return next.rowCount === 1;
}

/** Whether a report has given a reason. */
export async function isReasonUsed(db: Database, id: string): Promise<boolean> {
  const found = await db
    .select({ id: reports.id })
    .from(reports)
    .where(arrayContains(reports.reasons, [id]))
    .limit(1);
  return found.length > 0;
}

/** Whether a lamp belongs to an owner. */
export async function isDimmingUsed(db: Database, id: string): Promise<boolean> {
  const found = await db.select({ id: lamps.id }).from(lamps).where(eq(lamps.dimming, id)).limit(1);
  return found.length > 0;
}

export async function isOwnerUsed(db: Database, id: string): Promise<boolean> {
  const found = await db.select({ id: lamps.id }).from(lamps).where(eq(lamps.owner, id)).limit(1);
  return found.length > 0;
}
