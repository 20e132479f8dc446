/** The latest releases, held ready in memory: what everybody outside reads, and all that they can read. */
import { createHash } from "node:crypto";
import { type Ledger, ledger } from "@trygg/shared/promise/published.ts";
import { PATROL_COVERAGE, REASONS, UNSAFE_PLACES, isLedgerFile } from "@trygg/shared/releases/file-names.ts";
import {
  type PatrolCoverage,
  type ReasonTable,
  type ReleaseManifest,
  type UnsafePlaces,
  latestReleases,
  patrolCoverage,
  reasonTable,
  releaseIndex,
  releaseId as releaseIdSchema,
  unsafePlaces,
} from "@trygg/shared/releases/schema.ts";
import type { Database } from "../database/open.ts";
import { hold } from "../held.ts";
import { compress } from "./files.ts";
import { findFile, selectFiles, selectManifests } from "./store.ts";

/** A file ready to be sent in any of its three forms. */
export interface ReadyFile {
  mediaType: string;
  plain: Buffer;
  gzip: Buffer;
  brotli: Buffer;
  /** Strong entity tag, quotes included. */
  etag: string;
}

export interface ReportsRelease {
  manifest: ReleaseManifest;
  unsafePlaces: UnsafePlaces;
  reasons: ReasonTable;
}

export interface PresenceRelease {
  manifest: ReleaseManifest;
  patrolCoverage: PatrolCoverage;
}

export interface LatestReleases {
  reports(): ReportsRelease | null;
  presence(): PresenceRelease | null;
  /** The ledger of a year as it stood at the last release of either kind. */
  ledger(year: number): Ledger | undefined;
  /** `/releases/latest.json`. */
  latest(): ReadyFile;
  /** `/releases/index.json`. */
  index(): ReadyFile;
  /** What lies ready at an address: the latest files, and the two lists. */
  atPath(path: string): ReadyFile | undefined;
  /** A file of any release, old ones included. */
  file(releaseId: string, name: string): Promise<ReadyFile | undefined>;
  reload(): Promise<void>;
}

const FILE_NAME = /^[a-z0-9-]+\.(json|geojson|csv)$/;

interface Loaded {
  manifest: ReleaseManifest;
  files: Map<string, ReadyFile>;
}

export async function openLatestReleases(db: Database): Promise<LatestReleases> {
  const held = await hold(() => load(db));
  return {
    reports: () => held.now().reports,
    presence: () => held.now().presence,
    ledger: (year) => held.now().ledgers.get(year),
    latest: () => held.now().latest,
    index: () => held.now().index,
    atPath: (path) => held.now().paths.get(path),
    async file(releaseId, name) {
      const ready = held
        .now()
        .loaded.find(({ manifest }) => manifest.id === releaseId)
        ?.files.get(name);
      if (ready) return ready;
      // Anything may stand in an address; only what could be the name of a release is looked for.
      if (!releaseIdSchema.safeParse(releaseId).success || !FILE_NAME.test(name)) return undefined;
      const found = await findFile(db, releaseId, name);
      return found && readyFile(found);
    },
    reload: held.reload,
  };
}

async function load(db: Database) {
  // The latest first.
  const manifests = await selectManifests(db);
  const [reports, presence] = await Promise.all(
    (["reports", "presence"] as const).map((kind) =>
      loadFiles(
        db,
        manifests.find((each) => each.kind === kind),
      ),
    ),
  );
  const loaded = [reports, presence].filter((each) => each !== undefined);
  const ledgers = new Map<number, Ledger>();
  // Oldest first, so that the later release's ledger stands.
  for (const { files } of loaded.toSorted((a, b) =>
    a.manifest.publishedAt < b.manifest.publishedAt ? -1 : 1,
  ))
    for (const [name, file] of files)
      if (isLedgerFile(name)) {
        const parsed = ledger.parse(JSON.parse(file.plain.toString()));
        ledgers.set(parsed.year, parsed);
      }
  const latest = await readyJson(
    latestReleases.parse({ reports: reports?.manifest ?? null, presence: presence?.manifest ?? null }),
  );
  const index = await readyJson(releaseIndex.parse({ releases: manifests }));
  return {
    loaded,
    ledgers,
    latest,
    index,
    reports: reports
      ? {
          manifest: reports.manifest,
          unsafePlaces: unsafePlaces.parse(contentOf(reports, UNSAFE_PLACES)),
          reasons: reasonTable.parse(contentOf(reports, REASONS)),
        }
      : null,
    presence: presence
      ? {
          manifest: presence.manifest,
          patrolCoverage: patrolCoverage.parse(contentOf(presence, PATROL_COVERAGE)),
        }
      : null,
    paths: new Map([
      ["/releases/latest.json", latest],
      ["/releases/index.json", index],
      ...loaded.flatMap(({ manifest, files }) =>
        [...files].map(([name, file]) => [`/releases/${manifest.id}/${name}`, file] as const),
      ),
    ]),
  };
}

async function loadFiles(db: Database, manifest: ReleaseManifest | undefined): Promise<Loaded | undefined> {
  if (!manifest) return undefined;
  const files = await selectFiles(db, manifest.id);
  return { manifest, files: new Map(files.map((file) => [file.name, readyFile(file)])) };
}

async function readyJson(content: unknown): Promise<ReadyFile> {
  const plain = Buffer.from(JSON.stringify(content));
  return readyFile({ mediaType: "application/json", plain, ...(await compress(plain)) });
}

function contentOf({ manifest, files }: Loaded, name: string): unknown {
  const file = files.get(name);
  if (!file) throw new Error(`the release ${manifest.id} has no file ${name}`);
  return JSON.parse(file.plain.toString());
}

function readyFile({ mediaType, plain, gzip, brotli }: Omit<ReadyFile, "etag">): ReadyFile {
  const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
  return { mediaType, plain, gzip, brotli, etag };
}
