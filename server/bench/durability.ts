/**
 * Kills the server with signal 9 sixty times while residents report, every tenth time its PostgreSQL with it. With
 * `DATABASE_URL` (an empty database) on that server, which is left alone.
 */
import { runKillCycles } from "../src/testing/kill-cycles.ts";
import { type Result, median, quantile, rounded } from "./figures.ts";

const CYCLES = 60;

export async function proveDurability(): Promise<Result> {
  const databaseUrl = process.env["DATABASE_URL"];
  const found = await runKillCycles({
    cycles: CYCLES,
    residents: 16,
    killDatabaseEvery: databaseUrl ? 0 : 10,
    databaseUrl,
    onCycle: (cycle) => process.stderr.write(`\rcycle ${cycle} of ${CYCLES}${cycle === CYCLES ? "\n" : ""}`),
  });
  const { ready, ...counted } = found;
  return {
    name: "durability",
    n: found.cycles,
    ...counted,
    ready_median_ms: rounded(median(ready)),
    ready_p99_ms: rounded(quantile(ready, 0.99)),
    holds: found.cycles === CYCLES && found.lost === 0 && found.duplicates === 0,
  };
}
