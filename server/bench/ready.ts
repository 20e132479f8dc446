/**
 * From the start of the product as it is shipped, its own PostgreSQL included, until it answers, with a million reports
 * stored and beside an empty store; and how much memory it keeps of a burst of reports and answers.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { readFileSync } from "node:fs";
import pg from "pg";
import { openStore } from "../src/database/open.ts";
import { loadTown } from "../src/place/town.ts";
import { startLoad } from "../src/testing/load.ts";
import { buildServer, makeDataFolder, removeDataFolder, startBuilt } from "../src/testing/process.ts";
import { type Result, rounded, timed } from "./figures.ts";
import { inventWorkload, storeWorkload } from "./workload.ts";

const SIZE = 1_000_000;
const PERIOD = { from: "2023-11-23", to: "2026-11-22" };
const WITHIN_MS = 8000;
const BURST_MS = 15_000;
const RESIDENTS = 16;
/** Time for the last garbage of a burst to be collected. */
const REST_MS = 45_000;
/** What may stay of the memory that a second burst of the same kind finds and leaves. */
const KEPT = 1.1;

export async function measureReady(): Promise<Result> {
  const [full, empty] = [makeDataFolder(), makeDataFolder()];
  try {
    buildServer();
    // The first start makes the store, which is not what is measured.
    for (const folder of [full, empty]) await startOnce(folder);
    await fill(full);
    const bare = await startOnce(empty);
    const { server, ms } = await start(full);
    const after: number[] = [];
    for (let burst = 0; burst < 3; burst++) {
      const load = startLoad(server.url ?? "", RESIDENTS);
      await sleep(BURST_MS);
      await load.stop();
      await sleep(REST_MS);
      after.push(memoryOf(server.child.pid ?? 0));
    }
    await server.kill("SIGTERM");
    const [first = 0, , last = 0] = after;
    return {
      name: "ready",
      n: SIZE,
      median_ms: rounded(ms),
      baseline: rounded(bare),
      ratio: rounded(ms / bare),
      memory_mb: rounded(first),
      memory_after_mb: rounded(last),
      kept: rounded(last / first),
      holds: ms <= WITHIN_MS && last <= first * KEPT,
    };
  } finally {
    await removeDataFolder(full);
    await removeDataFolder(empty);
  }
}

async function fill(folder: string): Promise<void> {
  const store = await openStore({ databaseUrl: undefined, dataDir: folder });
  const client = new pg.Client(store.connection);
  try {
    await client.connect();
    await storeWorkload(client, inventWorkload(loadTown("karlshamn"), { count: SIZE, ...PERIOD }));
  } finally {
    await client.end();
    await store.close();
  }
}

async function start(folder: string) {
  const { value: server, ms } = await timed(() => startBuilt({ DATA_DIR: folder, LIMITS: "off" }));
  if (!server.url) throw new Error(`the server did not start: ${server.errors()}`);
  return { server, ms };
}

/** Milliseconds until it answered; it has stopped again. */
async function startOnce(folder: string): Promise<number> {
  const { server, ms } = await start(folder);
  await server.kill("SIGTERM");
  return ms;
}

/** Megabytes of a process that stand in memory. */
function memoryOf(pid: number): number {
  const [, kilobytes = "0"] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}
