/**
 * Kills a server with signal 9 while residents report, starts it again, and compares what it then knows with what a
 * witness wrote down. Every receipt that was shown must be found; every report must be there once.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { openStore } from "../database/open.ts";
import { startLoad, stateOf, submit } from "./load.ts";
import { type ServerProcess, makeDataFolder, postgresPid, removeDataFolder, startServer } from "./process.ts";

export interface KillCycles {
  cycles: number;
  /** Reports whose receipt was shown before a kill. */
  acknowledged: number;
  /** Of those, not found afterwards. */
  lost: number;
  /** Sends that a kill cut off; they are sent again with the same client key. */
  cutOff: number;
  /** Reports in the store beyond one for each client key. */
  duplicates: number;
  /** Milliseconds from start to ready after a kill. */
  ready: number[];
}

interface Wanted {
  cycles: number;
  residents: number;
  /** Every so many cycles PostgreSQL is killed as well; 0 for never. */
  killDatabaseEvery: number;
  /** A data folder to begin with, which is copied. */
  like?: string;
  /** An outside PostgreSQL with an empty database, instead of a private one. */
  databaseUrl?: string | undefined;
  onCycle?: (cycle: number) => void;
}

export async function runKillCycles(wanted: Wanted): Promise<KillCycles> {
  const { cycles, residents, killDatabaseEvery, like, databaseUrl, onCycle } = wanted;
  const folder = makeDataFolder(like);
  const found: KillCycles = { cycles: 0, acknowledged: 0, lost: 0, cutOff: 0, duplicates: 0, ready: [] };
  const start = async (): Promise<ServerProcess & { url: string }> => {
    const outside = databaseUrl ? { DATABASE_URL: databaseUrl, SECRET: "x".repeat(32), DEMO: "1" } : {};
    const server = await startServer({ DATA_DIR: folder, LIMITS: "off", ...outside });
    if (server.url === undefined) throw new Error(`the server did not start: ${server.errors()}`);
    return { ...server, url: server.url };
  };
  let server = await start();
  try {
    const before = await countReports(folder, databaseUrl);
    const keys = new Set<string>();
    const receipts = new Set<string>();
    for (let cycle = 1; cycle <= cycles; cycle++) {
      const load = startLoad(server.url, residents);
      await sleep(100 + Math.random() * 500);
      const database = postgresPid(folder);
      const killed = server.kill("SIGKILL");
      if (killDatabaseEvery > 0 && cycle % killDatabaseEvery === 0 && database)
        process.kill(database, "SIGKILL");
      await killed;
      await load.stop();

      const started = performance.now();
      server = await start();
      found.ready.push(performance.now() - started);
      for (const { receipt } of load.acknowledged.values()) {
        receipts.add(receipt);
        if ((await stateOf(server.url, receipt)) !== "received") found.lost += 1;
      }
      for (const input of load.unanswered.values()) await submit(server.url, input);
      for (const key of [...load.acknowledged.keys(), ...load.unanswered.keys()]) keys.add(key);
      found.acknowledged += load.acknowledged.size;
      found.cutOff += load.unanswered.size;
      found.cycles = cycle;
      onCycle?.(cycle);
    }
    // A later kill must not lose what an earlier one had spared.
    for (const receipt of receipts) if ((await stateOf(server.url, receipt)) !== "received") found.lost += 1;
    found.duplicates = (await countReports(folder, databaseUrl)) - before - keys.size;
    return found;
  } finally {
    await server.kill("SIGTERM");
    await removeDataFolder(folder);
  }
}

/** Reports in the store of a running server, asked beside it as the command line does. */
async function countReports(dataDir: string, databaseUrl: string | undefined): Promise<number> {
  const store = await openStore({ databaseUrl, dataDir });
  try {
    const { rows } = (await store.db.execute("select count(*)::int as count from reports")) as unknown as {
      rows: { count: number }[];
    };
    return rows[0]?.count ?? 0;
  } finally {
    await store.close();
  }
}
