/** Addresses in memory ("F3"): what a process holds once reports have been counted is searched for where they came from. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeDataFolder, removeDataFolder, startBuiltServer } from "../src/testing/process.ts";
import { provenReport } from "../src/testing/samples.ts";
import type { Result } from "./figures.ts";

const SENDS = 40;
const OTHERS = 20;
/** An address that nobody has and that stands nowhere in the program. */
const CANARY = "198.51.100.213";
const OTHER = "203.0.113.9";
/** What the program itself holds, so that an empty search would be seen. */
const KNOWN = "x-forwarded-for";
const AFTERWARDS_MS = 5000;
const SNAPSHOT_WITHIN_MS = 120_000;

export async function proveCanary(): Promise<Result> {
  const folder = makeDataFolder();
  const server = await startBuiltServer({
    DATA_DIR: folder,
    NODE_OPTIONS: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${folder}`,
  });
  try {
    const send = async (from: string) => {
      const answer = await fetch(`${server.url}/trpc/reports.submit`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-forwarded-for": from, connection: "close" },
        body: JSON.stringify(provenReport()),
      });
      await answer.arrayBuffer();
      return answer.status === 200;
    };
    let through = 0;
    for (let each = 0; each < SENDS; each++) if (await send(CANARY)) through += 1;
    // The web server keeps the latest requests until others come, and counting goes on for a moment after the answers.
    for (let each = 0; each < OTHERS; each++) await send(OTHER);
    await sleep(AFTERWARDS_MS);
    server.child.kill("SIGUSR2");
    const heap = await readSnapshot(folder);
    const found = heap.split(CANARY).length - 1;
    return {
      name: "canary",
      n: SENDS,
      through,
      heap_mb: Math.round(heap.length / 1e6),
      found,
      holds: through === SENDS && heap.includes(KNOWN) && found === 0,
    };
  } finally {
    await server.kill("SIGTERM");
    await removeDataFolder(folder);
  }
}

/** The snapshot once it is written to its end: all that is alive after everything else was let go. */
async function readSnapshot(folder: string): Promise<string> {
  for (const until = Date.now() + SNAPSHOT_WITHIN_MS; Date.now() < until; await sleep(1000)) {
    const name = readdirSync(folder).find((each) => each.endsWith(".heapsnapshot"));
    const text = name === undefined ? "" : readFileSync(join(folder, name), "utf8");
    if (text.trimEnd().endsWith("]}")) return text;
  }
  throw new Error("expected a snapshot of the heap");
}
