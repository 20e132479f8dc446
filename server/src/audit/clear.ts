/** Takes away what the retention no longer keeps, so that the rest of the chain can still be verified. */
import type { Services } from "../context.ts";
import type { Database } from "../database/open.ts";
import { sealOf } from "./chain.ts";
import { deleteUpTo, findLastBefore, lockChain } from "./store.ts";

/** Deletes the entries that lie before all that were written at an instant or later; how many there were. */
export async function clearAuditBefore(
  { db, hash }: Pick<Services, "db" | "hash">,
  before: Date,
): Promise<number> {
  return db.transaction(async (tx) => {
    const within = tx as Database;
    const { anchorId } = await lockChain(within);
    const last = await findLastBefore(within, before);
    if (!last?.hash || last.id <= anchorId) return 0;
    return deleteUpTo(within, last.id, last.hash, sealOf(hash, { id: last.id, hash: last.hash }));
  });
}
