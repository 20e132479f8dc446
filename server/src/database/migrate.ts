/** Brings a store to the newest schema: the committed SQL files, in order, each once, by one process at a time. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { StartRefusal } from "../refusal.ts";
import { root } from "../root.ts";

export const migrationsFolder = join(root, "server", "src", "database", "migrations");

const MIGRATE_LOCK = 7_201_003;
const OLDEST_MAJOR = 15;

export async function migrateStore(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000 });
  // A connection that breaks fails the query on it; without a listener it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await refuseOldServer(client);
    await client.query("select pg_advisory_lock($1)", [MIGRATE_LOCK]);
    await refuseNewerStore(client);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  );
  const major = Math.floor(Number(rows[0]?.version) / 10_000);
  if (major < OLDEST_MAJOR)
    throw new StartRefusal(`DATABASE_URL: expected PostgreSQL ${OLDEST_MAJOR} or later, got ${major}`);
}

/** An older program on a newer store would write rows that the newer one cannot read. */
async function refuseNewerStore(client: pg.Client): Promise<void> {
  const { rows: found } = await client.query<{ name: string | null }>(
    "select to_regclass('drizzle.__drizzle_migrations')::text as name",
  );
  if (!found[0]?.name) return;
  const { rows } = await client.query<{ newest: string | null }>(
    "select max(created_at)::text as newest from drizzle.__drizzle_migrations",
  );
  const journal = JSON.parse(readFileSync(join(migrationsFolder, "meta", "_journal.json"), "utf8")) as {
    entries: { when: number }[];
  };
  const known = Math.max(...journal.entries.map(({ when }) => when));
  if (Number(rows[0]?.newest ?? 0) > known)
    throw new StartRefusal(
      "DATABASE_URL: expected a store made by this version or an older one; this one is newer. Start the newer program; nothing was changed",
    );
}
