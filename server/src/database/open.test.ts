import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { describe, expect, inject, it } from "vitest";
import { databaseUrl, withServer } from "../testing/postgres.ts";
import { openTestServices } from "../testing/services.ts";
import { migrateStore } from "./migrate.ts";
import { openStore } from "./open.ts";

const server = inject("postgres");

async function withDatabase(work: (connection: pg.ClientConfig) => Promise<void>): Promise<void> {
  const name = `${inject("prefix")}_open_${process.pid}_${(made += 1)}`;
  await withServer(server, (client) => client.query(`create database ${name}`));
  try {
    await work({ connectionString: databaseUrl(server, name) });
  } finally {
    await withServer(server, (client) => client.query(`drop database ${name} with (force)`));
  }
}
let made = 0;

async function query(connection: pg.ClientConfig, sql: string): Promise<object[]> {
  const client = new pg.Client(connection);
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<object>(sql);
  await client.end();
  return rows;
}

const tables = `select count(*)::int as count from information_schema.tables where table_schema = 'public'`;

describe("migrations", () => {
  it("make every table once, also when four servers start at the same moment", () =>
    withDatabase(async (connection) => {
      await Promise.all(Array.from({ length: 4 }, () => migrateStore(connection)));
      const [{ count }] = (await query(connection, tables)) as [{ count: number }];
      expect(count).toBeGreaterThanOrEqual(18);
      const runs = await query(connection, "select hash from drizzle.__drizzle_migrations");
      await migrateStore(connection);
      expect(await query(connection, "select hash from drizzle.__drizzle_migrations")).toEqual(runs);
    }));

  it("refuse a store that a newer program has made, and change nothing", () =>
    withDatabase(async (connection) => {
      await migrateStore(connection);
      await query(
        connection,
        "insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)",
      );
      await expect(migrateStore(connection)).rejects.toThrow(
        "DATABASE_URL: expected a store made by this version or an older one; this one is newer",
      );
    }));

  it("leave a store whole or untouched when they fail half-way", () =>
    withDatabase(async (connection) => {
      await query(connection, "create table reports (something text)");
      await expect(migrateStore(connection)).rejects.toThrow();
      expect(await query(connection, tables)).toEqual([{ count: 1 }]);
    }));
});

describe("a store that cannot be opened is told in one plain line without the password:", () => {
  const open = (url: string) => openStore({ databaseUrl: url, dataDir: "" });

  it("nobody listens there", async () => {
    await expect(open("postgresql://anna:secret@127.0.0.1:1/x")).rejects.toThrow(
      "DATABASE_URL: expected a running PostgreSQL 15 or later; postgresql://127.0.0.1:1/x cannot be reached (ECONNREFUSED)",
    );
  });

  it("there is no such machine", async () => {
    await expect(open("postgresql://anna:se@cret@no-such-host.invalid/x")).rejects.toThrow(
      /^DATABASE_URL: expected a running PostgreSQL 15 or later; postgresql:\/\/no-such-host\.invalid\/x cannot be reached \(E/,
    );
  });

  it("somebody listens, but says nothing", async () => {
    const silent = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    const { port } = silent.address() as AddressInfo;
    await expect(open(`postgresql://anna:secret@127.0.0.1:${port}/x`)).rejects.toThrow(
      `DATABASE_URL: expected a running PostgreSQL 15 or later; postgresql://127.0.0.1:${port}/x cannot be reached (no answer)`,
    );
    silent.close();
  });

  it("somebody listens who is no PostgreSQL", async () => {
    const other = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")).listen(
      0,
      "127.0.0.1",
    );
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    await expect(open(`postgresql://anna:secret@127.0.0.1:${port}/x`)).rejects.toThrow(
      /^DATABASE_URL: expected a running PostgreSQL 15 or later; postgresql:\/\/127\.0\.0\.1:\d+\/x cannot be reached/,
    );
    other.close();
  });

  it("the database does not exist", async () => {
    const url = databaseUrl(server, "no_such_database");
    await expect(open(url)).rejects.toThrow(
      /refused the connection: database "no_such_database" does not exist$/,
    );
  });
});

describe("an open store", () => {
  it("answers that it lives", async () => {
    const { store } = await openTestServices();
    await expect(store.ping()).resolves.toBeUndefined();
  });

  it("goes on after its connections were cut", async () => {
    const services = await openTestServices();
    await services.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like 'app %'`,
    );
    await expect
      .poll(() =>
        services.store.ping().then(
          () => "answers",
          () => "away",
        ),
      )
      .toBe("answers");
  });
});
