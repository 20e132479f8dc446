/** Makes a release: computes its files from protected figures, stores them once, and tells every node. */
import { createHash } from "node:crypto";
import {
  EPSILON_PER_VOICE,
  MIN_VOICES,
  MIN_VOICES_PROTECTED,
  RULE_VERSION,
} from "@trygg/shared/releases/rule.ts";
import { ledgerFile } from "@trygg/shared/releases/file-names.ts";
import { type ReleaseKind, type ReleaseManifest, releaseManifest } from "@trygg/shared/releases/schema.ts";
import { ledger } from "@trygg/shared/promise/published.ts";
import type { Services } from "../context.ts";
import type { Database } from "../database/open.ts";
import { computeLedger } from "../promise/ledger.ts";
import { firstKeptDay } from "../retention/clear.ts";
import { attackRelease, refuseWhatGivesAway } from "./attack/attack.ts";
import { caveatsOf } from "./caveats.ts";
import { dictionaryFile } from "./dictionary.ts";
import { type PublicFile, publicFile } from "./files.ts";
import { presenceFiles, tellPresenceRelease } from "./presence-release.ts";
import { reportFiles, tellReportsRelease } from "./reports-release.ts";
import { insertRelease, lockReleases, storeToldCells } from "./store.ts";
import { type ReleaseWindow, windowOf } from "./window.ts";

/**
 * Publishes at once; whether that is allowed has been decided by the caller. `claim` runs in the same transaction,
 * one release at a time, and may still throw.
 */
export async function publishRelease(
  services: Services,
  kind: ReleaseKind,
  claim?: (db: Database) => Promise<void>,
): Promise<ReleaseManifest> {
  const manifest = await services.db.transaction(async (tx) => {
    await lockReleases(tx);
    await claim?.(tx);
    const within = { ...services, db: tx as Database };
    const made = await makeFiles[kind](within);
    const files = [...made.files, ...(await ledgerFiles(within))];
    const explained = await dictionaryFile(within, kind, made.window, files);
    return storeRelease(within, kind, { ...made, files: [...files, explained] });
  });
  services.changes.tell("releases");
  await services.releases.reload();
  return manifest;
}

interface Made {
  window: ReleaseWindow;
  files: PublicFile[];
  attack?: ReleaseManifest["attack"];
}

type MakeFiles = (services: Services) => Promise<Made>;

const makeFiles: Record<ReleaseKind, MakeFiles> = {
  async reports(services) {
    const window = windowOf(services, "reports");
    const { tables, told } = await tellReportsRelease(services, window);
    const findings = await attackRelease(services, window, tables);
    refuseWhatGivesAway(findings);
    await storeToldCells(services.db, told);
    return {
      window,
      files: await reportFiles(services.town, tables),
      attack: {
        hidden: findings.tables.hidden,
        releases: findings.tables.releases,
        pairs: findings.pairs.pairs,
      },
    };
  },
  async presence(services) {
    const window = windowOf(services, "presence");
    return { window, files: await presenceFiles(await tellPresenceRelease(services, window)) };
  },
};

/** The ledger of every year as it stands now: the public reads it until the next release. */
async function ledgerFiles(services: Services): Promise<PublicFile[]> {
  const firstKept = firstKeptDay(services, "presence");
  const files = [];
  for (const year of services.town.promises.keys()) {
    // A year whose evidence has begun to be cleared stays as it was last told.
    const settled = `${year}-01-01` < firstKept ? services.releases.ledger(year) : undefined;
    const content = settled ?? (await computeLedger(services, year, "public"));
    files.push(await publicFile(ledgerFile(year), "application/json", ledger, content));
  }
  return files;
}

async function storeRelease(
  { db, now, town, demonstration }: Services,
  kind: ReleaseKind,
  { window, files, attack }: Made,
): Promise<ReleaseManifest> {
  const publishedAt = new Date(now());
  const hash = createHash("sha256").update(publishedAt.toISOString());
  for (const { sha256 } of files) hash.update(sha256);
  const manifest = releaseManifest.parse({
    id: `${kind}-${publishedAt.toISOString().slice(0, 10)}-${hash.digest("hex").slice(0, 8)}`,
    kind,
    publishedAt: publishedAt.toISOString(),
    rule: RULE_VERSION,
    window,
    ...(kind === "reports"
      ? { minimum: [MIN_VOICES, MIN_VOICES_PROTECTED], epsilonPerVoice: EPSILON_PER_VOICE, attack }
      : {}),
    licence: town.calendar.licence,
    demonstration,
    caveats: caveatsOf(kind, town),
    files: files.map(({ name, mediaType, plain, sha256 }) => ({
      name,
      mediaType,
      bytes: plain.length,
      sha256,
    })),
  });
  await insertRelease(db, manifest, files);
  return manifest;
}
