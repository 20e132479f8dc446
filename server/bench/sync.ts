/**
 * Sends five hundred reports one after the other and asks PostgreSQL how often it has synced its log meanwhile: at least
 * once for each receipt that was shown.
 */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { openCluster } from "../src/database/private/cluster.ts";
import { submit } from "../src/testing/load.ts";
import { makeDataFolder, removeDataFolder, startServer } from "../src/testing/process.ts";
import { report } from "../src/testing/samples.ts";
import type { Result } from "./figures.ts";

const REPORTS = 500;
/** Longer than PostgreSQL's processes keep their counts to themselves. */
const COUNTED_MS = 3000;

export async function proveSync(): Promise<Result> {
  const folder = makeDataFolder();
  const server = await startServer({ DATA_DIR: folder, LIMITS: "off" });
  try {
    await sleep(COUNTED_MS);
    const before = await countSyncs(folder);
    let receipts = 0;
    for (let sent = 0; sent < REPORTS; sent++)
      if ((await submit(server.url ?? "", report())).receipt !== undefined) receipts += 1;
    await sleep(COUNTED_MS);
    const syncs = (await countSyncs(folder)) - before;
    return { name: "sync", n: REPORTS, receipts, syncs, holds: receipts === REPORTS && syncs >= receipts };
  } finally {
    await server.kill("SIGTERM");
    await removeDataFolder(folder);
  }
}

async function countSyncs(folder: string): Promise<number> {
  const cluster = await openCluster(folder);
  const client = new pg.Client(cluster.connection("postgres"));
  await client.connect();
  const { rows } = await client.query<{ syncs: number }>(
    "select sum(fsyncs)::int as syncs from pg_stat_io where object = 'wal'",
  );
  await client.end();
  return rows[0]?.syncs ?? 0;
}
