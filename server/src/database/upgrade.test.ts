/** Upgrades from every schema that was ever finished: its dump is restored, migrated, and loses no row. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, inject, it } from "vitest";
import { databaseUrl, withServer } from "../testing/postgres.ts";
import { migrateStore, migrationsFolder } from "./migrate.ts";

const server = inject("postgres");
const folder = join(migrationsFolder, "..", "dumps");
const dumps = readdirSync(folder).filter((name) => name.endsWith(".sql"));
const made: string[] = [];

async function makeDatabase(): Promise<string> {
  const name = `${inject("prefix")}_upgrade_${process.pid}_${made.length}`;
  await withServer(server, (client) => client.query(`create database ${name}`));
  made.push(name);
  return databaseUrl(server, name);
}

afterEach(async () => {
  for (const name of made.splice(0))
    await withServer(server, (client) => client.query(`drop database ${name} with (force)`));
});

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  return withServer(url, async (client) => (await client.query<T>(sql)).rows);
}

/** Every column, index and constraint, as PostgreSQL itself writes them down. */
async function schemaOf(url: string): Promise<string[]> {
  const rows = await query<{ line: string }>(
    url,
    `select format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line
       from information_schema.columns where table_schema = 'public'
     union all select indexdef from pg_indexes where schemaname = 'public'
     union all select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid))
       from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
     order by 1`,
  );
  return rows.map(({ line }) => line);
}

async function countRows(url: string): Promise<Map<string, number>> {
  const tables = await query<{ name: string }>(
    url,
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const [row] = await query<{ count: number }>(url, `select count(*)::int as count from "${name}"`);
    counts.set(name, row?.count ?? 0);
  }
  return counts;
}

describe("a store made by an earlier version", () => {
  it("has a dump for every migration that finished a schema", () => {
    const migrations = readdirSync(migrationsFolder).filter((name) => name.endsWith(".sql"));
    expect(dumps).toContain(migrations.toSorted().at(-1));
  });

  it.each(dumps)("%s becomes the newest schema and keeps its rows", async (name) => {
    const [old, fresh] = [await makeDatabase(), await makeDatabase()];
    await query(old, readFileSync(join(folder, name), "utf8"));
    const before = await countRows(old);
    expect([...before.values()].filter((count) => count > 0).length).toBeGreaterThan(15);
    await migrateStore({ connectionString: old });
    await migrateStore({ connectionString: fresh });
    expect(await schemaOf(old)).toEqual(await schemaOf(fresh));
    const after = await countRows(old);
    for (const [table, count] of before) expect([table, after.get(table)]).toEqual([table, count]);
  });
});
