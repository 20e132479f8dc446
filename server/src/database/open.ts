/** Opens the store: the server at `DATABASE_URL`, or a private PostgreSQL in the data folder. */
import { drizzle } from "drizzle-orm/node-postgres";
import type { NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgDatabase } from "drizzle-orm/pg-core";
import pg from "pg";
import { StartRefusal } from "../refusal.ts";
import { migrateStore } from "./migrate.ts";
import { openCluster } from "./private/cluster.ts";
import { holdCluster, useCluster } from "./private/hold.ts";

/** A connection or a transaction: verbs and stores take either. */
export type Database = PgDatabase<NodePgQueryResultHKT>;

export interface Store {
  db: Database;
  /** How to open a further connection, for listening. */
  connection: pg.ClientConfig;
  /** Answers within a moment when the database does. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

interface StorePlace {
  databaseUrl: string | undefined;
  dataDir: string;
}

/** Name of the product's database in a private cluster. */
const DATABASE = "trygghetskartan";

/**
 * Opens and migrates the store. With `serveAs` (for example "port 3000") this process becomes the one server of a
 * private cluster; without, it joins beside a running server, as the command line does.
 */
export async function openStore({ databaseUrl, dataDir }: StorePlace, serveAs?: string): Promise<Store> {
  if (databaseUrl) return connectStore({ connectionString: databaseUrl }, databaseUrl);
  const cluster = await openCluster(dataDir);
  const hold = serveAs ? await holdCluster(cluster, dataDir, serveAs) : await useCluster(cluster);
  try {
    await makeDatabase(cluster.connection("postgres"));
    const store = await connectStore(cluster.connection(DATABASE), dataDir);
    return {
      ...store,
      close: async () => {
        await store.close();
        await hold.release();
      },
    };
  } catch (error) {
    await hold.release();
    throw error;
  }
}

async function makeDatabase(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // Two first starts at once: the other has made it.
    if (!["42P04", "23505"].includes((error as pg.DatabaseError).code ?? "")) throw error;
  } finally {
    await client.end();
  }
}

async function connectStore(connection: pg.ClientConfig, name: string): Promise<Store> {
  const pool = new pg.Pool({
    ...connection,
    max: 16,
    connectionTimeoutMillis: 5000,
    statement_timeout: 30_000,
    application_name: `app pid=${process.pid}`,
  });
  // A connection that breaks fails the query on it and is replaced at the next; without listeners, for the idle ones
  // and for those in use, it would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    await migrateStore(connection);
  } catch (error) {
    await pool.end();
    throw explain(error, name);
  }
  return {
    db: openDatabase(pool),
    connection,
    ping: async () => void (await pool.query("select 1")),
    close: () => pool.end(),
  };
}

function openDatabase(pool: pg.Pool): Database {
  const db = drizzle(pool);
  // Drizzle's own never gives back a connection that broke before its transaction began, until the pool is empty.
  db.transaction = async (work, config) => {
    const client = await pool.connect();
    try {
      return await drizzle(client).transaction(work, config);
    } finally {
      client.release();
    }
  };
  return db;
}

/** Turns what goes wrong while connecting into one plain line without user and password. */
function explain(error: unknown, name: string): unknown {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const refused = ["28P01", "28000", "3D000"].includes(code);
  // Errors with another code are PostgreSQL's own and no matter of connecting.
  const unreachable =
    code.startsWith("E") || (error instanceof Error && !code && /time.?out|terminated/i.test(message));
  if (!refused && !unreachable) return error;
  const shown = name.replace(/\/\/.*@/, "//");
  const what = refused ? `refused the connection: ${message}` : `cannot be reached (${code || "no answer"})`;
  return new StartRefusal(`DATABASE_URL: expected a running PostgreSQL 15 or later; ${shown} ${what}`);
}
