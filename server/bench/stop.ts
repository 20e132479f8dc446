/** Stops a server with SIGTERM under load, ten times: within five seconds, and nothing that was acknowledged is lost. */
import { setTimeout as sleep } from "node:timers/promises";
import { startLoad, stateOf } from "../src/testing/load.ts";
import { makeDataFolder, removeDataFolder, startServer } from "../src/testing/process.ts";
import { type Result, median, quantile, rounded } from "./figures.ts";

const STOPS = 10;
const WITHIN_MS = 5000;
const RESIDENTS = 16;

export async function proveStop(): Promise<Result> {
  const folder = makeDataFolder();
  const env = { DATA_DIR: folder, LIMITS: "off" };
  let server = await startServer(env);
  const took: number[] = [];
  let [acknowledged, lost, unclean] = [0, 0, 0];
  try {
    for (let stops = 0; stops < STOPS; stops++) {
      const load = startLoad(server.url ?? "", RESIDENTS);
      await sleep(300 + Math.random() * 500);
      const asked = performance.now();
      if ((await server.kill("SIGTERM")) !== 0) unclean += 1;
      took.push(performance.now() - asked);
      await load.stop();
      server = await startServer(env);
      for (const { receipt } of load.acknowledged.values())
        if ((await stateOf(server.url ?? "", receipt)) !== "received") lost += 1;
      acknowledged += load.acknowledged.size;
    }
  } finally {
    await server.kill("SIGTERM");
    await removeDataFolder(folder);
  }
  return {
    name: "stop",
    n: STOPS,
    acknowledged,
    lost,
    unclean,
    median_ms: rounded(median(took)),
    p99_ms: rounded(quantile(took, 0.99)),
    holds: lost === 0 && unclean === 0 && quantile(took, 0.99) <= WITHIN_MS,
  };
}
