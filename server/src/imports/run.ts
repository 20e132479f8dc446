/** Brings in a file: reads all of it first, then stores all of it in one transaction, or nothing. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Role } from "@trygg/shared/accounts/schema.ts";
import type { Findings, ImportKindName, ImportOutcome } from "@trygg/shared/imports/schema.ts";
import { appendEntry } from "../audit/append.ts";
import type { Services } from "../context.ts";
import type { ImportFile, Mapping, Prepared, Progress } from "./kind.ts";
import { kinds } from "./kinds.ts";
import { insertImport, lockImports } from "./store.ts";

export interface FileOrder {
  kind: ImportKindName;
  file: ImportFile;
  mapping: Mapping;
  /** Says what would happen, and stores nothing. */
  dryRun: boolean;
  /** Stores what is good although rows are rejected. */
  keepGood: boolean;
}

export interface Importer {
  /** Null on the command line. */
  accountId: string | null;
  role: Role | "operator";
}

/** Share of the time that reading takes, as far as is known beforehand. */
const READING = 0.8;

export async function runImport(
  services: Services,
  order: FileOrder,
  by: Importer,
  progress: Progress = () => undefined,
): Promise<ImportOutcome> {
  const { kind, file, mapping, dryRun, keepGood } = order;
  const prepared = await kinds[kind].prepare(services, file, mapping, (share) => progress(share * READING));
  const whole = prepared.rejected === 0 || keepGood;
  const stored = !dryRun && whole && prepared.added + prepared.changed > 0;
  if (stored) await storeImport(services, order, by, prepared);
  progress(1);
  return { ...findingsOf(prepared), stored };
}

async function storeImport(
  { db, hash, now, changes }: Services,
  { kind, file }: FileOrder,
  { accountId, role }: Importer,
  prepared: Prepared,
): Promise<void> {
  const { read, added, changed, unchanged, rejected } = prepared;
  const sha256 = await hashFile(file.path);
  const at = new Date(now());
  const counts = { read, stored: added + changed, unchanged, rejected };
  await db.transaction(async (tx) => {
    await lockImports(tx);
    const id = await insertImport(tx, { kind, fileName: file.name, sha256, at, accountId, ...counts });
    await prepared.store(tx, id);
    const details = { id, kind, ...counts };
    await appendEntry({ db: tx, hash }, { at, accountId, role, action: "imports.run", details });
  });
  for (const topic of prepared.topics) changes.tell(topic);
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

const findingsOf = ({
  read,
  added,
  changed,
  unchanged,
  rejected,
  rejections,
  notes,
}: Prepared): Findings => ({
  read,
  added,
  changed,
  unchanged,
  rejected,
  rejections,
  notes,
});
