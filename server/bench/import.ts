/**
 * An inventory of twenty thousand lamps in SWEREF 99 15 00, brought in through the verb, against the same rows written
 * with plain statements; and the same file once more, of which nothing may be written.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toSweref991500 } from "@trygg/shared/geo/crs.ts";
import { noMapping } from "../src/imports/mapping.ts";
import { runImport } from "../src/imports/run.ts";
import { loadTown } from "../src/place/town.ts";
import { type Result, rounded, timed } from "./figures.ts";
import { type Stage, connectBeside, openStage } from "./stage.ts";

const LAMPS = 20_000;
const WITHIN_SECONDS = 10;
const WITHIN_MB = 300;

export async function measureImport(): Promise<Result> {
  const stage = await openStage();
  const { services } = stage;
  try {
    const path = join(stage.folder, "lampor.csv");
    writeFileSync(path, inventory());
    const file = { name: "lampor.csv", path, size: statSync(path).size };
    const order = { kind: "lamps" as const, file, mapping: noMapping, dryRun: false, keepGood: false };
    const bring = () => runImport(services, order, { accountId: null, role: "operator" });
    const memory = watchMemory();
    const first = await timed(bring);
    const extra = await memory.stop();
    const again = await timed(bring);
    const baseline = await insertBare(stage);
    const written = again.value.added + again.value.changed;
    return {
      name: "import",
      n: first.value.added,
      median_ms: rounded(first.ms),
      p99_ms: rounded(first.ms),
      baseline: rounded(baseline),
      /** How many times as long as writing the rows alone. */
      ratio: rounded(first.ms / baseline),
      extra_mb: rounded(extra),
      again_ms: rounded(again.ms),
      again_written: written,
      holds: first.ms < WITHIN_SECONDS * 1000 && extra < WITHIN_MB && written === 0 && first.value.stored,
    };
  } finally {
    await stage.close();
  }
}

/** Evenly over the town's map, as a register writes them. */
function inventory(): string {
  const [west, south, east, north] = loadTown("karlshamn").place.bounds;
  const share = (index: number, step: number) => ((index + 0.5) * step) % 1;
  const rows = Array.from({ length: LAMPS }, (_, index) => {
    const at = {
      lng: west + (east - west) * share(index, 0.754_877_666),
      lat: south + (north - south) * share(index, 0.569_840_291),
    };
    const [x, y] = toSweref991500(at);
    return `K-${index};${x.toFixed(2)};${y.toFixed(2)};4,5;${3000 + (index % 5) * 500};Kommunen;i drift;2026-10-01`;
  });
  return ["Nr;Öst;Nord;Höjd;Ljusflöde;Ägare;Status;Statusdatum", ...rows].join("\n");
}

/** Megabytes of resident memory at the highest, beyond those at the start. */
function watchMemory(): { stop(): Promise<number> } {
  const before = process.memoryUsage.rss();
  let peak = before;
  const look = () => (peak = Math.max(peak, process.memoryUsage.rss()));
  const timer = setInterval(look, 5);
  return {
    async stop() {
      await sleep(10);
      look();
      clearInterval(timer);
      return (peak - before) / 1024 ** 2;
    },
  };
}

/** Milliseconds of the same number of rows in plain statements of a thousand, in one transaction. */
async function insertBare(stage: Stage): Promise<number> {
  const client = await connectBeside(stage);
  await client.query(
    "create table bare (id text primary key, east float8, north float8, height real, flux int, owner text, status text)",
  );
  const { ms } = await timed(async () => {
    await client.query("begin");
    for (let from = 0; from < LAMPS; from += 1000) {
      const rows = Array.from({ length: 1000 }, (_, index) => [
        `K-${from + index}`,
        491_000 + index,
        6_225_000 + index,
        4.5,
        4000,
        "municipality",
        "working",
      ]);
      const marks = rows.map(
        (row, at) => `(${row.map((_, cell) => `$${at * row.length + cell + 1}`).join()})`,
      );
      await client.query(`insert into bare values ${marks.join()}`, rows.flat());
    }
    await client.query("commit");
  });
  await client.end();
  return ms;
}
