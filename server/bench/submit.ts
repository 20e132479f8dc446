/**
 * Reports through HTTP, from checking to the synced commit, against single rows written into PostgreSQL alone: the
 * same server, the same number at a time, in the same run.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { openCluster } from "../src/database/private/cluster.ts";
import { startLoad } from "../src/testing/load.ts";
import { makeDataFolder, removeDataFolder, startBuiltServer } from "../src/testing/process.ts";
import { type Result, median, quantile, rounded } from "./figures.ts";

const AT_ONCE = 16;
const WARM_UP_MS = 2000;
const MEASURED_MS = 10_000;

export async function measureSubmit(): Promise<Result> {
  const folder = makeDataFolder();
  const server = await startBuiltServer({ DATA_DIR: folder, LIMITS: "off" });
  try {
    await load(server.url ?? "", WARM_UP_MS);
    const took = await load(server.url ?? "", MEASURED_MS);
    const baseline = await insertBare(folder);
    return {
      name: "submit",
      n: took.length,
      median_ms: rounded(median(took)),
      p99_ms: rounded(quantile(took, 0.99)),
      per_second: rounded((took.length / MEASURED_MS) * 1000),
      baseline: rounded(median(baseline)),
      baseline_per_second: rounded((baseline.length / MEASURED_MS) * 1000),
      /** How many times as long as a bare insert. */
      ratio: rounded(median(took) / median(baseline)),
    };
  } finally {
    await server.kill("SIGTERM");
    await removeDataFolder(folder);
  }
}

async function load(url: string, forMs: number): Promise<number[]> {
  const running = startLoad(url, AT_ONCE);
  await sleep(forMs);
  await running.stop();
  return running.took;
}

/** Milliseconds of single inserts with a commit each, on connections of their own. */
async function insertBare(folder: string): Promise<number[]> {
  const cluster = await openCluster(folder);
  const clients = Array.from({ length: AT_ONCE }, () => new pg.Client(cluster.connection("postgres")));
  await Promise.all(clients.map((client) => client.connect()));
  await clients[0]?.query(
    "create table bare (id uuid primary key, key bytea unique, day date, area text, reasons text[], bins bigint)",
  );
  const took: number[] = [];
  const until = performance.now() + MEASURED_MS;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) {
        const started = performance.now();
        await client.query("insert into bare values ($1, $2, $3, $4, $5, $6)", [
          randomUUID(),
          randomBytes(32),
          "2026-11-23",
          "stortorget",
          ["lighting"],
          "1",
        ]);
        took.push(performance.now() - started);
      }
    }),
  );
  await Promise.all(clients.map((client) => client.end()));
  return took;
}
