import { chmodSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { PASSWORD } from "./testing/accounts.ts";
import { runKillCycles } from "./testing/kill-cycles.ts";
import { startLoad, stateOf, submit } from "./testing/load.ts";
import {
  type ServerProcess,
  makeDataFolder,
  postgresPid,
  removeDataFolder,
  startServer,
} from "./testing/process.ts";
import { report } from "./testing/samples.ts";

const folders: string[] = [];
const servers: ServerProcess[] = [];

/** A loaded demonstration whose server has stopped, to be copied. */
const demonstration = makeDataFolder();

beforeAll(async () => {
  const server = await startServer({ DATA_DIR: demonstration });
  await server.kill("SIGTERM");
});
afterAll(() => removeDataFolder(demonstration));

function makeFolder(like?: string): string {
  const folder = makeDataFolder(like);
  folders.push(folder);
  return folder;
}

async function start(env: Record<string, string>): Promise<ServerProcess> {
  const server = await startServer(env);
  servers.push(server);
  return server;
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.kill("SIGKILL");
  for (const folder of folders.splice(0)) await removeDataFolder(folder);
});

/** A start that must not succeed: its one line and its exit status. */
async function refusedStart(env: Record<string, string>): Promise<string> {
  const server = await start(env);
  expect(server.url).toBeUndefined();
  expect(await server.ended).toBe(1);
  const lines = server.errors().split("\n");
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
}

describe("a start with bad settings ends in one plain line and status 1:", () => {
  it.each<[Record<string, string>, string]>([
    [{ PORT: "99999" }, 'PORT: expected a port, 0–65535, got "99999"'],
    [{ PLACE: "atlantis" }, 'PLACE: expected one of exempelstad, karlshamn, got "atlantis"'],
    [{ HOST: "203.0.113.7" }, 'HOST: expected an address of this machine, got "203.0.113.7"'],
    [
      { DATA_DIR: "/proc/trygg" },
      'DATA_DIR: expected a folder that can be written, got "/proc/trygg" (ENOENT)',
    ],
    [
      { DATABASE_URL: "postgresql://anna:secret@127.0.0.1:1/x", SECRET: "x".repeat(32) },
      "DATABASE_URL: expected a running PostgreSQL 15 or later; postgresql://127.0.0.1:1/x cannot be reached (ECONNREFUSED)",
    ],
  ])("%o", async (env, line) => {
    expect(await refusedStart({ DATA_DIR: makeFolder(), DEMO: "0", ...env })).toBe(line);
  });

  it("a port in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    expect(await refusedStart({ DATA_DIR: makeFolder(), DEMO: "0", PORT: String(port) })).toBe(
      `PORT: expected a free port, but ${port} is in use on 127.0.0.1: choose another with PORT=…`,
    );
    other.close();
  });

  it.skipIf(process.getuid?.() === 0)("a folder without the right to write", async () => {
    const folder = join(makeFolder(), "closed");
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    expect(await refusedStart({ DATA_DIR: folder, DEMO: "0" })).toContain(
      "expected a folder that can be written",
    );
  });

  it("demonstration data where the server is published", async () => {
    expect(await refusedStart({ DATA_DIR: makeFolder(demonstration), DEMO: "0" })).toBe(
      "DEMO: this store holds demonstration data, which production refuses: expected another DATA_DIR or DATABASE_URL",
    );
  });
});

describe("a server", () => {
  it("prints its address once it can answer, and remembers what it is", async () => {
    const folder = makeFolder();
    const first = await start({ DATA_DIR: folder, DEMO: "0" });
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    expect(await first.kill("SIGTERM")).toBe(0);
    // An empty store that was made without a demonstration does not become one later.
    const second = await start({ DATA_DIR: folder });
    expect(await (await fetch(`${second.url}/trpc/layers.unsafePlaces`)).json()).toMatchObject({
      result: { data: { release: null } },
    });
  });

  it("prints a link to become its first administrator at each start, until there is one", async () => {
    const folder = makeFolder();
    const linkOf = (server: ServerProcess) =>
      /24 hours: (\S+)\/logga-in#lank=([\w-]{43})$/m.exec(server.printed());
    const first = await start({ DATA_DIR: folder, DEMO: "0" });
    await expect.poll(() => linkOf(first)).not.toBeNull();
    expect(await first.kill("SIGTERM")).toBe(0);
    const second = await start({ DATA_DIR: folder, DEMO: "0" });
    await expect.poll(() => linkOf(second)).not.toBeNull();
    const [, address, token] = linkOf(second) ?? [];
    expect(address).toBe(second.url);
    const made = await fetch(`${second.url}/trpc/accounts.openLink`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token, password: PASSWORD, email: "chef@example.se", name: "Chefen" }),
    });
    expect(await made.json()).toMatchObject({ result: { data: { role: "admin", mustEnrol: true } } });
    expect(await second.kill("SIGTERM")).toBe(0);
    const third = await start({ DATA_DIR: folder, DEMO: "0" });
    expect((await fetch(`${third.url}/readyz`)).status).toBe(200);
    expect(linkOf(third)).toBeNull();
  });

  it("refuses a second one on its folder within a moment, names itself, and goes on", async () => {
    const folder = makeFolder();
    const first = await start({ DATA_DIR: folder, DEMO: "0" });
    for (let tries = 0; tries < 3; tries++)
      expect(await refusedStart({ DATA_DIR: folder, DEMO: "0" })).toMatch(
        new RegExp(`^DATA_DIR: "${folder}" is in use by the server with process id ${first.child.pid} \\(`),
      );
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  });

  it("loses no report and doubles none over four kills in the middle of reporting", async () => {
    const found = await runKillCycles({ cycles: 4, residents: 8, killDatabaseEvery: 4, like: demonstration });
    expect(found).toMatchObject({ cycles: 4, lost: 0, duplicates: 0 });
    expect(found.acknowledged).toBeGreaterThan(40);
  }, 120_000);

  it("answers 503 while its PostgreSQL is gone, starts it again, and goes on as the one server", async () => {
    const folder = makeFolder(demonstration);
    const server = await start({ DATA_DIR: folder, LIMITS: "off" });
    const load = startLoad(server.url ?? "", 8);
    const statusOfSubmit = async () => (await submit(server.url ?? "", report())).status;
    expect(await statusOfSubmit()).toBe(200);
    for (let kills = 0; kills < 2; kills++) {
      process.kill(postgresPid(folder) ?? 0, "SIGKILL");
      expect([200, 503]).toContain(await statusOfSubmit());
      await expect.poll(statusOfSubmit, { timeout: 15_000 }).toBe(200);
    }
    await load.stop();
    // Those who reported at the moment of a kill were answered too.
    expect(load.unanswered.size).toBe(0);
    expect([...load.refused.keys()].filter((status) => status !== 503)).toEqual([]);
    expect(await refusedStart({ DATA_DIR: folder })).toContain(`process id ${server.child.pid} `);
    expect(await server.kill("SIGTERM")).toBe(0);
    expect(postgresPid(folder)).toBeUndefined();
  });

  it("stops under load within five seconds, answers what was under way and loses nothing", async () => {
    const folder = makeFolder(demonstration);
    const server = await start({ DATA_DIR: folder, LIMITS: "off" });
    const load = startLoad(server.url ?? "", 8);
    await sleep(700);
    const asked = performance.now();
    expect(await server.kill("SIGTERM")).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5000);
    await load.stop();
    expect([...load.refused.keys()].filter((status) => status !== 503)).toEqual([]);

    const again = await start({ DATA_DIR: folder, LIMITS: "off" });
    const states = [];
    for (const { receipt } of load.acknowledged.values())
      states.push(await stateOf(again.url ?? "", receipt));
    expect(states.length).toBeGreaterThan(20);
    expect(states.filter((state) => state !== "received")).toEqual([]);
  });

  it("stops at once while windows follow its changes", async () => {
    const server = await start({ DATA_DIR: makeFolder(demonstration), LIMITS: "off" });
    const signedIn = await fetch(`${server.url}/trpc/accounts.signIn`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "polis@demo.local", password: "demo-karlshamn" }),
    });
    const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    const streams = await Promise.all(
      Array.from({ length: 5 }, () => fetch(`${server.url}/trpc/accounts.changes`, { headers: { cookie } })),
    );
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const asked = performance.now();
    expect(await server.kill("SIGTERM")).toBe(0);
    expect(performance.now() - asked).toBeLessThan(2000);
  });

  it("runs on an outside PostgreSQL as well", async () => {
    const { databaseUrl, withServer } = await import("./testing/postgres.ts");
    const name = `${inject("prefix")}_main`;
    await withServer(inject("postgres"), (client) => client.query(`create database ${name}`));
    const env = { DATABASE_URL: databaseUrl(inject("postgres"), name), SECRET: "x".repeat(32) };
    const server = await start(env);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect(await server.kill("SIGTERM")).toBe(0);
  });
});
