/** Starts a second server on the folder of a running one, fifty times: it must refuse within a second and name the first. */
import { makeDataFolder, removeDataFolder, startServer } from "../src/testing/process.ts";
import { type Result, median, quantile, rounded } from "./figures.ts";

const TRIES = 50;
const WITHIN_MS = 1000;

export async function proveHolder(): Promise<Result> {
  const folder = makeDataFolder();
  const env = { DATA_DIR: folder, LIMITS: "off" };
  const first = await startServer(env);
  try {
    const before = await readPublic(first.url);
    const took: number[] = [];
    let named = 0;
    for (let tries = 0; tries < TRIES; tries++) {
      const started = performance.now();
      const second = await startServer(env);
      const status = await second.ended;
      took.push(performance.now() - started);
      if (status === 1 && second.errors().includes(`process id ${first.child.pid} `)) named += 1;
    }
    const unchanged = (await readPublic(first.url)) === before;
    return {
      name: "holder",
      n: TRIES,
      named,
      median_ms: rounded(median(took)),
      p99_ms: rounded(quantile(took, 0.99)),
      unchanged,
      holds: named === TRIES && unchanged && quantile(took, 0.99) <= WITHIN_MS,
    };
  } finally {
    await first.kill("SIGTERM");
    await removeDataFolder(folder);
  }
}

async function readPublic(url: string | undefined): Promise<string> {
  const answer = await fetch(`${url}/releases/latest.json`);
  return answer.text();
}
