/** A place to measure on: a PostgreSQL of its own, one node's services on it, and a clock that can be moved. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { openCluster } from "../src/database/private/cluster.ts";
import { openStore } from "../src/database/open.ts";
import type { Services } from "../src/context.ts";
import { equip } from "../src/services.ts";
import { makeDataFolder, removeDataFolder } from "../src/testing/process.ts";

export interface Stage {
  folder: string;
  services: Services;
  /** Moves the clock of the services; it stands still otherwise. */
  setClock(instant: string): void;
  /** A plain connection to the same database. */
  client: pg.Client;
  /** A further node on the same store. */
  openNode(): Promise<Services>;
  close(): Promise<void>;
}

export async function openStage({ demonstration = false } = {}): Promise<Stage> {
  const folder = makeDataFolder();
  const store = await openStore({ databaseUrl: undefined, dataDir: folder });
  const secret = randomUUID();
  let now = Date.parse("2026-11-23T11:00:00Z");
  const openNode = () =>
    equip(store, { place: "karlshamn", now: () => now, secret, demonstration, limits: false });
  const opened: Services[] = [];
  const open = async () => {
    const services = await openNode();
    opened.push(services);
    return services;
  };
  const services = await open();
  const client = new pg.Client(store.connection);
  await client.connect();
  return {
    folder,
    services,
    client,
    setClock(instant) {
      now = Date.parse(instant);
    },
    openNode: open,
    async close() {
      await client.end();
      for (const { changes } of opened) await changes.close();
      await store.close();
      await removeDataFolder(folder);
    },
  };
}

/** A connection to the stage's server outside its database, for baselines. */
export async function connectBeside({ folder }: Stage): Promise<pg.Client> {
  const cluster = await openCluster(folder);
  const client = new pg.Client(cluster.connection("postgres"));
  await client.connect();
  return client;
}
