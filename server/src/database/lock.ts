/** Lets one at a time through on all nodes, for work that is longer than a transaction. */
import { sql } from "drizzle-orm";
import type { Database } from "./open.ts";

/** Does the work while holding a lock of the store; PostgreSQL lets go of it when this process dies. */
export async function alone(db: Database, lock: number, work: () => Promise<void>): Promise<void> {
  await db.transaction(async (tx) => {
    // Waiting for another node may take longer than any statement of ours should.
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`select pg_advisory_xact_lock(${lock})`);
    await work();
  });
}
