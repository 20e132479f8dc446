/**
 * One durable report at the verb, one and sixteen at a time, beside a bare insert of the same columns on the same server;
 * and over HTTP beside a mutation of the same framework that does only that insert. Every report has a device of its own,
 * so that its cells are counted too.
 */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { openCluster } from "../src/database/private/cluster.ts";
import { submitReport } from "../src/reports/submit.ts";
import { root } from "../src/root.ts";
import { startLoad } from "../src/testing/load.ts";
import { makeDataFolder, removeDataFolder, startBuiltServer } from "../src/testing/process.ts";
import { report, spotIn, town } from "../src/testing/samples.ts";
import { bareInsert, makeBareTable } from "./bare-insert.ts";
import { type Result, median, quantile, rounded } from "./figures.ts";
import { openStage } from "./stage.ts";

const ROUNDS = 5;
const ROUND_MS = 1500;
const MANY = 16;
const OF_INSERT = 0.5;
const OF_MUTATION = 0.67;

export async function* measureSubmit(): AsyncGenerator<Result> {
  for (const atOnce of [1, MANY]) yield await measureVerb(atOnce);
  yield await measureHttp();
}

const areas = [...town.areas.keys()];
let sent = 0;
const anyReport = () =>
  report({ at: spotIn(areas[(sent += 1) % areas.length] ?? "stortorget"), voice: randomUUID() });

async function measureVerb(atOnce: number): Promise<Result> {
  const stage = await openStage();
  const pool = new pg.Pool({ ...stage.connection, max: atOnce });
  try {
    await makeBareTable(pool);
    const work = {
      ours: () => submitReport(stage.services, anyReport()),
      bare: () => bareInsert(pool, anyReport()),
    };
    const took = { ours: [] as number[], bare: [] as number[] };
    const rates = { ours: [] as number[], bare: [] as number[] };
    for (const name of ["ours", "bare"] as const) await repeat(work[name], atOnce, ROUND_MS / 2);
    for (let round = 0; round < ROUNDS; round++)
      for (const name of ["ours", "bare"] as const) {
        const times = await repeat(work[name], atOnce, ROUND_MS);
        took[name].push(...times);
        rates[name].push((times.length / ROUND_MS) * 1000);
      }
    const ratio = median(rates.ours.map((rate, round) => rate / (rates.bare[round] ?? 1)));
    return resultOf(`submit, ${atOnce} at a time`, took, rates, ratio, OF_INSERT);
  } finally {
    await pool.end();
    await stage.close();
  }
}

/** Milliseconds of each piece of work, `atOnce` of them side by side for a while. */
async function repeat(work: () => Promise<unknown>, atOnce: number, forMs: number): Promise<number[]> {
  const took: number[] = [];
  const until = performance.now() + forMs;
  const worker = async () => {
    while (performance.now() < until) {
      const started = performance.now();
      await work();
      took.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return took;
}

async function measureHttp(): Promise<Result> {
  const folder = makeDataFolder();
  const server = await startBuiltServer({ DATA_DIR: folder, LIMITS: "off" });
  const cluster = await openCluster(folder);
  const { host = "", user = "" } = cluster.connection("postgres");
  const url = `postgresql://${user}@localhost/trygghetskartan?host=${encodeURIComponent(host)}`;
  const client = new pg.Client(url);
  await client.connect();
  await makeBareTable(client);
  await client.end();
  const bare = spawn(
    process.execPath,
    ["--import", "tsx", join(root, "server", "bench", "bare-mutation.ts"), url],
    { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
  );
  try {
    const [printed] = (await once(bare.stdout, "data")) as [Buffer];
    const addresses = { ours: server.url ?? "", bare: printed.toString().trim() };
    const took = { ours: [] as number[], bare: [] as number[] };
    const rates = { ours: [] as number[], bare: [] as number[] };
    for (const name of ["ours", "bare"] as const) await loadFor(addresses[name], ROUND_MS);
    for (let round = 0; round < ROUNDS; round++)
      for (const name of ["ours", "bare"] as const) {
        const times = await loadFor(addresses[name], ROUND_MS);
        took[name].push(...times);
        rates[name].push((times.length / ROUND_MS) * 1000);
      }
    const ratio = median(rates.ours.map((rate, round) => rate / (rates.bare[round] ?? 1)));
    return resultOf("submit, over HTTP", took, rates, ratio, OF_MUTATION);
  } finally {
    bare.kill();
    await server.kill("SIGTERM");
    await removeDataFolder(folder);
  }
}

async function loadFor(url: string, forMs: number): Promise<number[]> {
  const running = startLoad(url, MANY);
  await sleep(forMs);
  await running.stop();
  return running.took;
}

function resultOf(
  name: string,
  took: { ours: number[]; bare: number[] },
  rates: { ours: number[]; bare: number[] },
  ratio: number,
  least: number,
): Result {
  return {
    name,
    n: took.ours.length,
    median_ms: rounded(median(took.ours)),
    p99_ms: rounded(quantile(took.ours, 0.99)),
    per_second: rounded(median(rates.ours)),
    baseline: rounded(median(took.bare)),
    baseline_per_second: rounded(median(rates.bare)),
    /** Share of the baseline's rate. */
    ratio: rounded(ratio),
    holds: ratio >= least,
  };
}
