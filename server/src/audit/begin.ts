/** Brings the entries of a store of before the chain into it, once, at the first start that has the key. */
import type { Services } from "../context.ts";
import type { Database } from "../database/open.ts";
import { appendEntry } from "./append.ts";
import { type Link, hashOf } from "./chain.ts";
import { countUnlinked, lockChain, moveHead, selectAfter, storeHashes } from "./store.ts";

const BATCH = 10_000;

/** The chain itself tells that it was begun, and behind how many entries, so that it cannot be begun again unseen. */
export async function beginChain({ db, hash, now }: Pick<Services, "db" | "hash" | "now">): Promise<void> {
  await db.transaction(async (tx) => {
    const within = tx as Database;
    const { headId, headHash } = await lockChain(within);
    const entries = headId === 0 ? await countUnlinked(within) : 0;
    if (entries === 0) return;
    let last: Link = { id: 0, hash: headHash };
    for (;;) {
      const batch = await selectAfter(within, last.id, BATCH);
      if (batch.length === 0) break;
      const links = batch.map((entry) => (last = { id: entry.id, hash: hashOf(hash, last.hash, entry) }));
      await storeHashes(within, links);
    }
    await moveHead(within, last);
    await appendEntry(
      { db: within, hash },
      { at: new Date(now()), accountId: null, role: "operator", action: "audit.begin", details: { entries } },
    );
  });
}
