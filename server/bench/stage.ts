/** A place to measure on: a PostgreSQL of its own, one node's services on it, and a clock that can be moved. */
import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { pino } from "pino";
import { openCluster } from "../src/database/private/cluster.ts";
import { openStore } from "../src/database/open.ts";
import type { Services } from "../src/context.ts";
import type { Random } from "../src/demonstration/random.ts";
import { createApp } from "../src/http/app.ts";
import { equip } from "../src/services.ts";
import { readSettings } from "../src/settings.ts";
import { callsOf } from "../src/testing/calls.ts";
import type { Ground } from "../src/testing/privacy/ground.ts";
import { makeDataFolder, removeDataFolder } from "../src/testing/process.ts";

export interface Stage {
  folder: string;
  services: Services;
  /** Moves the clock of the services; it stands still otherwise. */
  setClock(instant: string): void;
  /** A plain connection to the same database, and how to open more. */
  client: pg.Client;
  connection: pg.ClientConfig;
  /** The product's web server on the same services; it listens to nobody until it is told to. */
  openApp(): Promise<FastifyInstance>;
  /** The same, for attacks. */
  openGround(random: Random): Promise<Ground>;
  close(): Promise<void>;
}

export async function openStage({ demonstration = false, limits = false } = {}): Promise<Stage> {
  const folder = makeDataFolder();
  const store = await openStore({ databaseUrl: undefined, dataDir: folder });
  const secret = randomUUID();
  let now = Date.parse("2026-11-23T11:00:00Z");
  const opened: Services[] = [];
  const apps: FastifyInstance[] = [];
  const open = async () => {
    const services = await equip(store, {
      place: "karlshamn",
      now: () => now,
      secret,
      demonstration,
      limits,
      log: pino({ level: "error" }),
    });
    opened.push(services);
    return services;
  };
  const services = await open();
  const client = new pg.Client(store.connection);
  await client.connect();
  const serve = async (node: Services) => {
    const settings = readSettings({ LOG_LEVEL: "silent" });
    const app = await createApp(node, settings, store, pino({ level: "silent" }));
    apps.push(app);
    return app;
  };
  return {
    folder,
    services,
    client,
    connection: store.connection,
    setClock(instant) {
      now = Date.parse(instant);
    },
    openApp: () => serve(services),
    async openGround(random) {
      return {
        ...callsOf(await serve(services)),
        services,
        random,
        rows: async <T extends object>(sql: string, values: unknown[] = []) =>
          (await client.query<T>(sql, values)).rows,
        setDay: (day) => (now = Date.parse(`${day}T11:00:00Z`)),
        openOther: async () => callsOf(await serve(await open())),
      };
    },
    async close() {
      for (const app of apps) await app.close();
      await client.end();
      for (const { afterwards, changes } of opened) {
        await afterwards.finished();
        await changes.close();
      }
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
