/** Follows the chain from its beginning to its end and names the first entry that does not fit. */
import type { AuditFault, AuditState } from "@trygg/shared/audit/schema.ts";
import type { Services } from "../context.ts";
import type { KeyedHash } from "../database/keys.ts";
import type { Database } from "../database/open.ts";
import { type Link, hashOf, sealOf } from "./chain.ts";
import { readChain, selectAfter } from "./store.ts";

/** Small enough that nobody else has to wait for it. */
const BATCH = 1000;

/**
 * `written` is a checksum that somebody wrote down earlier, `<id>-<hash>`: whoever puts an older copy of the whole store
 * back breaks no link, and is found by it alone.
 */
export async function verifyAudit(
  { db, hash }: Pick<Services, "db" | "hash">,
  written?: string,
): Promise<AuditState> {
  return db.transaction((tx) => follow(tx as Database, hash, written), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
}

async function follow(db: Database, hash: KeyedHash, written?: string): Promise<AuditState> {
  const { anchorId, anchorHash, anchorSeal, headId, headHash } = await readChain(db);
  const anchor: Link = { id: anchorId, hash: anchorHash };
  let last = anchor;
  let [entries, seen] = [0, written === checksumOf(anchor)];
  const state = (fault: AuditFault | null) => ({ entries, checksum: checksumOf(last), fault });
  if (anchorId > 0 && !anchorSeal.equals(sealOf(hash, anchor)))
    return state({ what: "beginning", id: anchorId });
  for (;;) {
    const batch = await selectAfter(db, last.id, BATCH);
    if (batch.length === 0) break;
    for (const entry of batch) {
      const right = hashOf(hash, last.hash, entry);
      if (!entry.hash?.equals(right))
        return state({ what: entry.id > last.id + 1 ? "missing" : "changed", id: last.id + 1 });
      last = { id: entry.id, hash: right };
      entries += 1;
      seen ||= written === checksumOf(last);
    }
  }
  if (last.id !== headId || !last.hash.equals(headHash)) return state({ what: "end", id: last.id + 1 });
  return state(
    written !== undefined && !seen ? { what: "written", id: Number.parseInt(written, 10) || 0 } : null,
  );
}

/** The empty log has one too. */
const checksumOf = ({ id, hash }: Link) => `${id}-${hash.toString("hex")}`;
