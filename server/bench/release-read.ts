/** The public layer over HTTP, beside bare node with the same bytes and beside the same figures through tRPC. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { latestReleases } from "@trygg/shared/releases/schema.ts";
import { root } from "../src/root.ts";
import { makeDataFolder, removeDataFolder, startBuiltServer } from "../src/testing/process.ts";
import { type Result, median, rounded } from "./figures.ts";

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 16;
const OF_BARE = 0.67;
const TIMES_TRPC = 10;

export async function measureReleaseRead(): Promise<Result> {
  const folder = makeDataFolder();
  const server = await startBuiltServer({ DATA_DIR: folder });
  const { reports } = latestReleases.parse(await (await fetch(`${server.url}/releases/latest.json`)).json());
  const file = `${server.url}/releases/${reports?.id}/unsafe-places.geojson`;
  const path = join(folder, "body.br");
  writeFileSync(path, brotliCompressSync(Buffer.from(await (await fetch(file)).arrayBuffer())));
  const bare = spawn(
    process.execPath,
    ["--import", "tsx", join(root, "server", "bench", "bare-server.ts"), path],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const [printed] = (await once(bare.stdout, "data")) as [Buffer];
  try {
    const places = {
      ours: file,
      bare: printed.toString().trim(),
      trpc: `${server.url}/trpc/layers.unsafePlaces`,
    };
    const rates = { ours: [] as number[], bare: [] as number[], trpc: [] as number[] };
    const slowest: number[] = [];
    // In turn, so that a machine that grows slower does so for all.
    for (let round = 0; round < ROUNDS; round++)
      for (const name of ["ours", "bare", "trpc"] as const) {
        const { rate, p99 } = load(places[name]);
        rates[name].push(rate);
        if (name === "ours") slowest.push(p99);
      }
    const ratioTo = (other: number[]) => median(rates.ours.map((rate, round) => rate / (other[round] ?? 1)));
    const [ofBare, timesTrpc] = [ratioTo(rates.bare), ratioTo(rates.trpc)];
    return {
      name: "release-read",
      n: ROUNDS,
      median_ms: rounded(1000 / median(rates.ours)),
      p99_ms: rounded(median(slowest)),
      per_second: rounded(median(rates.ours)),
      baseline: rounded(1000 / median(rates.bare)),
      /** Share of what bare node sends. */
      ratio: rounded(ofBare),
      times_trpc: rounded(timesTrpc),
      holds: ofBare >= OF_BARE && timesTrpc >= TIMES_TRPC,
    };
  } finally {
    bare.kill();
    await server.kill("SIGTERM");
    await removeDataFolder(folder);
  }
}

/** Requests a second over some seconds, asked for by `wrk` (Debian's package of that name) on the other core. */
function load(url: string): { rate: number; p99: number } {
  const { stdout, error } = spawnSync(
    "wrk",
    ["-t1", `-c${CONNECTIONS}`, `-d${SECONDS}s`, "--latency", "-H", "accept-encoding: br", url],
    { encoding: "utf8" },
  );
  if (error) throw new Error("expected the program wrk on the path (on Debian: apt-get install wrk)");
  if (/Non-2xx/.test(stdout)) throw new Error(`${url}: expected answers with 200, got others`);
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  const [, time, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? [];
  return { rate, p99: Number(time) * { us: 1e-3, ms: 1, s: 1e3 }[unit as "us" | "ms" | "s"] };
}
