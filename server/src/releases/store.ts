/** The only queries on releases, their files and what the rule remembers. */
import { REASONS, UNSAFE_PLACES } from "@trygg/shared/releases/file-names.ts";
import {
  type ReasonTable,
  type ReleaseKind,
  type ReleaseManifest,
  type UnsafePlaces,
  reasonTable,
  unsafePlaces,
} from "@trygg/shared/releases/schema.ts";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { accounts } from "../accounts/table.ts";
import type { Database } from "../database/open.ts";
import type { PublicFile } from "./files.ts";
import type { ToldCells } from "./protect.ts";
import { releaseFiles, releaseProposals, releases, toldCells } from "./table.ts";

const RELEASE_LOCK = 7_201_004;

/** One release at a time on all nodes, until the transaction ends. */
export async function lockReleases(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${RELEASE_LOCK})`);
}

export async function insertRelease(
  db: Database,
  manifest: ReleaseManifest,
  files: PublicFile[],
): Promise<void> {
  await db.insert(releases).values({
    id: manifest.id,
    kind: manifest.kind,
    publishedAt: new Date(manifest.publishedAt),
    manifest,
  });
  await db.insert(releaseFiles).values(
    files.map(({ name, mediaType, plain, gzip, brotli }) => ({
      releaseId: manifest.id,
      name,
      mediaType,
      plain,
      gzip,
      brotli,
    })),
  );
}

/** Every release, the latest first. */
export async function selectManifests(db: Database): Promise<ReleaseManifest[]> {
  const found = await db
    .select({ manifest: releases.manifest })
    .from(releases)
    .orderBy(desc(releases.publishedAt), desc(releases.id));
  return found.map(({ manifest }) => manifest);
}

/** The tables of the latest releases of reports, oldest first. */
export async function selectReportTables(
  db: Database,
  limit: number,
): Promise<{ unsafePlaces: UnsafePlaces; reasons: ReasonTable }[]> {
  const latest = db
    .select({ id: releases.id })
    .from(releases)
    .where(eq(releases.kind, "reports"))
    .orderBy(desc(releases.publishedAt), desc(releases.id))
    .limit(limit);
  const rows = await db
    .select({ releaseId: releaseFiles.releaseId, name: releaseFiles.name, plain: releaseFiles.plain })
    .from(releaseFiles)
    .innerJoin(releases, eq(releases.id, releaseFiles.releaseId))
    .where(and(inArray(releaseFiles.releaseId, latest), inArray(releaseFiles.name, [UNSAFE_PLACES, REASONS])))
    .orderBy(releases.publishedAt, releases.id);
  const read = (id: string, name: string): unknown => {
    const file = rows.find((row) => row.releaseId === id && row.name === name);
    return JSON.parse(file?.plain.toString() ?? "null");
  };
  return [...new Set(rows.map(({ releaseId }) => releaseId))].map((id) => ({
    unsafePlaces: unsafePlaces.parse(read(id, UNSAFE_PLACES)),
    reasons: reasonTable.parse(read(id, REASONS)),
  }));
}

export async function selectFiles(db: Database, releaseId: string) {
  return db.select().from(releaseFiles).where(eq(releaseFiles.releaseId, releaseId));
}

export async function findFile(db: Database, releaseId: string, name: string) {
  const [found] = await db
    .select()
    .from(releaseFiles)
    .where(and(eq(releaseFiles.releaseId, releaseId), eq(releaseFiles.name, name)));
  return found;
}

export async function selectToldCells(db: Database): Promise<ToldCells> {
  const rows = await db.select().from(toldCells);
  return new Map(rows.map(({ cell, ...told }) => [cell, told]));
}

export async function storeToldCells(db: Database, told: ToldCells): Promise<void> {
  const rows = [...told].map(([cell, each]) => ({ cell, ...each }));
  await db
    .insert(toldCells)
    .values(rows)
    .onConflictDoUpdate({
      target: toldCells.cell,
      set: { class: sql`excluded.class`, voices: sql`excluded.voices`, on: sql`excluded.told_on` },
    });
}

export async function findProposal(db: Database, kind: ReleaseKind) {
  const [found] = await db.select().from(releaseProposals).where(eq(releaseProposals.kind, kind));
  return found;
}

/** All that wait, with the name of who proposed each. */
export async function selectProposals(db: Database) {
  return db
    .select({
      kind: releaseProposals.kind,
      proposedAt: releaseProposals.proposedAt,
      proposedBy: releaseProposals.proposedBy,
      name: accounts.name,
    })
    .from(releaseProposals)
    .leftJoin(accounts, eq(accounts.id, releaseProposals.proposedBy))
    .orderBy(releaseProposals.kind);
}

export async function storeProposal(db: Database, row: typeof releaseProposals.$inferInsert): Promise<void> {
  await db.insert(releaseProposals).values(row).onConflictDoNothing();
}

/** Says whether exactly this proposal was still there. */
export async function deleteProposal(
  db: Database,
  { kind, proposedAt }: typeof releaseProposals.$inferSelect,
): Promise<boolean> {
  const deleted = await db
    .delete(releaseProposals)
    .where(and(eq(releaseProposals.kind, kind), eq(releaseProposals.proposedAt, proposedAt)))
    .returning({ kind: releaseProposals.kind });
  return deleted.length > 0;
}
