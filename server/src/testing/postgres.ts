/**
 * The PostgreSQL that tests run on: a private one of the product's own in a temporary folder, or the server at
 * `TEST_DATABASE_URL`. Vitest calls this once for all test files.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrateStore } from "../database/migrate.ts";
import { openCluster } from "../database/private/cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the server's own database; other databases differ in the path only. */
    postgres: string;
    /** Begins the name of every database of this run. */
    prefix: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env["TEST_DATABASE_URL"]
    ? { url: process.env["TEST_DATABASE_URL"], stop: async () => undefined }
    : await startPrivate();
  const prefix = `trygg_test_${process.pid}`;
  project.provide("postgres", server.url);
  project.provide("prefix", prefix);
  const empty = templateName(prefix, "empty");
  await withServer(server.url, (client) => client.query(`create database ${empty}`));
  await migrateStore({ connectionString: databaseUrl(server.url, empty) });
  return async () => {
    await withServer(server.url, (client) => dropAll(client, prefix));
    await server.stop();
  };
}

async function startPrivate(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "trygg-tests-"));
  const cluster = await openCluster(folder);
  const { host = "", user = "", database = "" } = cluster.connection("postgres");
  const url = `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
  // What outlives a power cut is tested on clusters of their own; this one is thrown away, and many hundred databases are made on it.
  await withServer(url, async (client) => {
    for (const name of ["fsync", "full_page_writes"]) await client.query(`alter system set ${name} = off`);
    await client.query("select pg_reload_conf()");
  });
  return {
    url,
    async stop() {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function dropAll(client: pg.Client, prefix: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database where starts_with(datname, $1)",
    [prefix],
  );
  for (const { name } of rows) await client.query(`drop database ${name} with (force)`);
}

export const templateName = (prefix: string, content: string) => `${prefix}_template_${content}`;

/** The address of another database on the same server. */
export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = database;
  return url.href;
}

/** Runs something on a connection to the server's own database. */
export async function withServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
