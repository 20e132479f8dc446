/**
 * A private PostgreSQL cluster in one folder: made when there is none, started when it is not running, adopted when it
 * is. Data is never deleted, whatever is found.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { StartRefusal } from "../../refusal.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { type RunAs, admit, decideRunAs } from "./run-as.ts";

/** Name of the superuser inside the cluster; who may connect is decided by who may enter the folder. */
const USER = "trygghetskartan";
/** Decides only the name of the socket: there is no port. */
const PORT = 5432;
/** The longest path of a Unix socket on Linux, less the socket's own name. */
const LONGEST_SOCKET_FOLDER = 107 - `/.s.PGSQL.${PORT}.lock`.length;
const READY_WITHIN_MS = 60_000;
/** A server that was killed a moment ago may not be quite gone, and PostgreSQL then refuses to take its place. */
const START_TRIES = 3;
const START_AGAIN_MS = 250;

export interface Cluster {
  /** How to connect to one of its databases. */
  connection(database: string): pg.ClientConfig;
  /** Stops it: running statements are cut off, everything committed is kept. */
  stop(): Promise<void>;
}

/** Makes, starts or adopts the cluster in `dataDir` and waits until it answers. */
export async function openCluster(dataDir: string, runAs = decideRunAs()): Promise<Cluster> {
  const folder = join(dataDir, "postgres");
  const binaries = findBinaries();
  makeFolder(dataDir, runAs);
  if (!existsSync(join(folder, "PG_VERSION"))) makeCluster(folder, binaries, runAs);
  refuseOtherMajor(folder, binaries.major);

  const sockets = socketFolder(folder, runAs);
  const connection = (database: string): pg.ClientConfig => ({
    host: sockets,
    port: PORT,
    user: USER,
    database,
  });
  const cluster: Cluster = { connection, stop: () => stopCluster(folder) };
  if (await answers(connection("postgres"))) return cluster;

  for (let tries = 0; tries < START_TRIES; tries++) {
    forgetForeignProcess(folder);
    const exited = startCluster({ folder, sockets, dataDir, binaries, runAs });
    if (await becomesReady(connection("postgres"), folder, exited)) return cluster;
    await sleep(START_AGAIN_MS);
  }
  const log = readFileSync(join(dataDir, "postgres.log"), "utf8");
  throw new StartRefusal(
    `PostgreSQL did not start in ${folder}, which is left as it is: ${lastLine(log)} (more in ${join(dataDir, "postgres.log")})`,
  );
}

function makeFolder(dataDir: string, { uid }: RunAs): void {
  try {
    makeFolders(dataDir);
    // Another user must pass through to its cluster, but still sees nothing here.
    if (uid !== undefined) chmodSync(dataDir, 0o711);
    const probe = join(dataDir, `.probe-${process.pid}`);
    mkdirSync(probe);
    rmSync(probe, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartRefusal(`DATA_DIR: expected a folder that can be written, got "${dataDir}" (${code})`);
  }
}

/** Like `mkdir -p`, which in Node never returns where the system answers ENOENT for a folder that exists (/proc). */
function makeFolders(path: string): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** Makes the cluster beside its place and moves it there whole, so that a kill or a rival leaves no half cluster. */
function makeCluster(folder: string, { initdb, postgres }: Binaries, runAs: RunAs): void {
  const draft = `${folder}.new-${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  admit(runAs, draft, postgres);
  const [command, ...args] = [
    ...runAs.prefix,
    initdb,
    `--pgdata=${draft}`,
    `--username=${USER}`,
    "--encoding=UTF8",
    "--no-locale",
    "--auth=trust",
    "--data-checksums",
  ];
  const made = spawnSync(command, args, { ...identity(runAs), encoding: "utf8", cwd: draft });
  if (made.status !== 0)
    throw new StartRefusal(
      `PostgreSQL could not make its data folder: ${lastLine(made.stderr || made.stdout)}`,
    );
  try {
    renameSync(draft, folder);
  } catch {
    // Another first start was quicker; its cluster is used.
    rmSync(draft, { recursive: true, force: true });
  }
}

function refuseOtherMajor(folder: string, major: number): void {
  const found = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  if (found !== String(major))
    throw new StartRefusal(
      `DATA_DIR: expected data of PostgreSQL ${major}, got data of PostgreSQL ${found}: start with the version of the program that made it`,
    );
}

/** The socket lies with the data, or, where that path is too long for a socket, in a private temporary folder. */
function socketFolder(folder: string, { uid, gid }: RunAs): string {
  if (Buffer.byteLength(folder) <= LONGEST_SOCKET_FOLDER) return folder;
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  const short = join(tmpdir(), `trygghetskartan-${name}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  const owner = statSync(short).uid;
  if (owner !== process.getuid?.() && owner !== uid)
    throw new StartRefusal(`DATA_DIR: expected a shorter path, since ${short} belongs to another user`);
  chmodSync(short, 0o700);
  if (uid !== undefined && gid !== undefined) chownSync(short, uid, gid);
  return short;
}

async function answers(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 2000 });
  // A server that goes down just then says so on the connection; without a listener that would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * After a crash `postmaster.pid` may name a process id that now belongs to something else, which PostgreSQL takes for
 * a running server. The file is removed only when that process is certainly no PostgreSQL.
 */
function forgetForeignProcess(folder: string): void {
  const pid = postmasterPid(folder);
  if (pid === null || !isAlive(pid)) return;
  const command = commandOf(pid);
  if (command !== null && !command.includes("postgres")) rmSync(join(folder, "postmaster.pid"));
}

interface Start {
  folder: string;
  sockets: string;
  dataDir: string;
  binaries: Binaries;
  runAs: RunAs;
}

/** Starts the server in a process group of its own, so that it outlives a kill of ours and is adopted later. */
function startCluster({ folder, sockets, dataDir, binaries, runAs }: Start): Promise<number | null> {
  const log = openSync(join(dataDir, "postgres.log"), "a", 0o600);
  const settings = {
    listen_addresses: "",
    unix_socket_directories: sockets,
    unix_socket_permissions: "0700",
    max_connections: "80",
    synchronous_commit: "on",
    timezone: "UTC",
    // Rows and parameters must not reach the log.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    log_line_prefix: "%m [%p] ",
  };
  const [command = binaries.postgres, ...args] = [
    ...runAs.prefix,
    binaries.postgres,
    "-D",
    folder,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const child = spawn(command, args, {
    ...identity(runAs),
    cwd: folder,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  return new Promise((resolve) => {
    child.on("error", () => resolve(-1));
    child.on("exit", resolve);
  });
}

/** False when it ended instead. */
async function becomesReady(
  config: pg.ClientConfig,
  folder: string,
  exited: Promise<number | null>,
): Promise<boolean> {
  let ended = false;
  void exited.then(() => (ended = true));
  for (const start = Date.now(); Date.now() - start < READY_WITHIN_MS; await sleep(25)) {
    if (await answers(config)) return true;
    // A server that another process started in the same moment owns the folder; wait for that one.
    const pid = postmasterPid(folder);
    if (ended && (pid === null || !isAlive(pid))) return false;
  }
  return false;
}

async function stopCluster(folder: string): Promise<void> {
  const pid = postmasterPid(folder);
  if (pid === null || !isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  for (const start = Date.now(); Date.now() - start < 30_000 && isAlive(pid);) await sleep(20);
}

function postmasterPid(folder: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(folder, "postmaster.pid"), "utf8"), 10);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The name of a running program, or null where the system does not tell. */
function commandOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    return null;
  }
}

function identity({ uid, gid }: RunAs): { uid?: number; gid?: number } {
  return { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) };
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
