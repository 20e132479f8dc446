/** The only queries on releases, their files and what the rule remembers. */
import type { ReleaseKind, ReleaseManifest } from "@trygg/shared/releases/schema.ts";
import { and, desc, eq, sql } from "drizzle-orm";
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
  const rows = [...told].map(([cell, { class: toldClass, voices }]) => ({ cell, class: toldClass, voices }));
  await db
    .insert(toldCells)
    .values(rows)
    .onConflictDoUpdate({
      target: toldCells.cell,
      set: { class: sql`excluded.class`, voices: sql`excluded.voices` },
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
