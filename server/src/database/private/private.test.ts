import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { type Cluster, openCluster } from "./cluster.ts";
import { holdCluster, useCluster } from "./hold.ts";

const folders: string[] = [];
const clusters: Cluster[] = [];

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "trygg-cluster-"));
  folders.push(folder);
  return folder;
}

async function open(folder: string, ...rest: unknown[]): Promise<Cluster> {
  const cluster = await openCluster(folder, ...(rest as []));
  clusters.push(cluster);
  return cluster;
}

async function query(cluster: Cluster, sql: string): Promise<unknown[]> {
  const client = new pg.Client(cluster.connection("postgres"));
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

afterEach(async () => {
  for (const cluster of clusters.splice(0)) await cluster.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("the private PostgreSQL", () => {
  it("keeps what was committed over a stop and a start", async () => {
    const folder = makeFolder();
    const first = await open(folder);
    await query(first, "create table kept as select 42 as answer");
    await first.stop();
    expect(await query(await open(folder), "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  it("syncs every commit to disk", async () => {
    const cluster = await open(makeFolder());
    expect(
      await query(
        cluster,
        "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by 1",
      ),
    ).toEqual([
      { name: "fsync", setting: "on" },
      { name: "full_page_writes", setting: "on" },
      { name: "synchronous_commit", setting: "on" },
    ]);
  });

  it("is made once when two first starts come at the same time", async () => {
    const folder = makeFolder();
    const both = await Promise.all([open(folder), open(folder)]);
    await query(both[0], "create table seen (x int)");
    expect(await query(both[1], "select * from seen")).toEqual([]);
  });

  it("is found in a folder whose path is too long for a socket", async () => {
    const folder = join(makeFolder(), "a".repeat(60), "b".repeat(60));
    expect(await query(await open(folder), "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("adopts a running server instead of starting another", async () => {
    const folder = makeFolder();
    await open(folder);
    const pid = readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0];
    await open(folder);
    expect(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]).toBe(pid);
  });

  it("starts after a crash although its old process id belongs to something else now", async () => {
    const folder = makeFolder();
    const cluster = await open(folder);
    const pidFile = join(folder, "postgres", "postmaster.pid");
    const left = readFileSync(pidFile, "utf8");
    await cluster.stop();
    writeFileSync(pidFile, left.replace(/^\d+/, String(process.pid)));
    expect(await query(await open(folder), "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("starts after a kill although its old process is not quite gone", async () => {
    const folder = makeFolder();
    const cluster = await open(folder);
    const pidFile = join(folder, "postgres", "postmaster.pid");
    const left = readFileSync(pidFile, "utf8");
    await cluster.stop();
    // Takes a second to go, and bears the name of PostgreSQL.
    copyFileSync("/bin/sleep", join(folder, "postgres-going"));
    chmodSync(join(folder, "postgres-going"), 0o755);
    const going = spawn(join(folder, "postgres-going"), ["1"]);
    writeFileSync(pidFile, left.replace(/^\d+/, String(going.pid)));
    expect(await query(await open(folder), "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("refuses data of another major version and leaves it", async () => {
    const folder = makeFolder();
    await (await open(folder)).stop();
    writeFileSync(join(folder, "postgres", "PG_VERSION"), "15\n");
    await expect(openCluster(folder)).rejects.toThrow(
      "expected data of PostgreSQL 18, got data of PostgreSQL 15",
    );
    expect(existsSync(join(folder, "postgres", "base"))).toBe(true);
  });

  it("refuses a folder that cannot be written", async () => {
    await expect(openCluster("/proc/trygg/data")).rejects.toThrow(
      `expected a folder that can be written, got "/proc/trygg/data"`,
    );
  });

  it.skipIf(process.getuid?.() !== 0)("runs as nobody where user namespaces are not allowed", async () => {
    const folder = makeFolder();
    const cluster = await open(folder, { prefix: [], uid: 65534, gid: 65534 });
    expect(await query(cluster, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(
      spawnSync("stat", ["-c", "%U", join(folder, "postgres")], { encoding: "utf8" }).stdout.trim(),
    ).toBe("nobody");
  });
});

describe("holding the private PostgreSQL", () => {
  it("refuses a second server within a second and names the first", async () => {
    const folder = makeFolder();
    const cluster = await open(folder);
    const hold = await holdCluster(cluster, folder, "port 3000");
    const start = Date.now();
    await expect(holdCluster(cluster, folder, "port 3001")).rejects.toThrow(
      `is in use by the server with process id ${process.pid} (port 3000)`,
    );
    expect(Date.now() - start).toBeLessThan(1000);
    await hold.release();
  });

  it("takes hold again, and starts PostgreSQL again, after it was killed", async () => {
    const folder = makeFolder();
    const cluster = await open(folder);
    const hold = await holdCluster(cluster, folder, "port 3000");
    process.kill(
      Number.parseInt(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8"), 10),
      "SIGKILL",
    );
    const secondIsRefused = () =>
      holdCluster(cluster, folder, "port 3001").then(
        async (second) => {
          await second.release();
          return "not refused";
        },
        (error: Error) => error.message,
      );
    // By ourselves, since the second is the same process here; until then there is nobody to ask.
    await expect.poll(secondIsRefused, { timeout: 10_000 }).toContain("(port 3000)");
    await hold.release();
    expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
  });

  it("stops the cluster when the last user leaves, not before", async () => {
    const folder = makeFolder();
    const cluster = await open(folder);
    const server = await holdCluster(cluster, folder, "port 3000");
    const command = await useCluster(cluster);
    await server.release();
    expect(await query(cluster, "select 1 as one")).toEqual([{ one: 1 }]);
    await command.release();
    expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
  });
});
