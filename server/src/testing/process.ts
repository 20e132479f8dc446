/** The server as a process of its own, from source or as it is built, for tests of starts, stops and kills. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../root.ts";

export interface ServerProcess {
  child: ChildProcess;
  /** Address that it prints once it is ready; undefined when it ended instead. */
  url: string | undefined;
  /** What it wrote to standard output. */
  printed(): string;
  /** What it wrote to standard error. */
  errors(): string;
  ended: Promise<number | null>;
  kill(signal: "SIGKILL" | "SIGTERM" | "SIGINT"): Promise<number | null>;
}

/** A folder for data: an empty one, or a copy of one whose server has stopped. */
export function makeDataFolder(like?: string): string {
  const folder = mkdtempSync(join(tmpdir(), "trygg-data-"));
  if (like) cpSync(like, folder, { recursive: true });
  return folder;
}

/** Starts a server and waits until it is ready or has ended. */
export async function startServer(
  env: Record<string, string>,
  entry = ["--import", "tsx", join(root, "server", "src", "main.ts")],
): Promise<ServerProcess> {
  const child = spawn(process.execPath, entry, {
    cwd: root,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], PORT: "0", LOG_LEVEL: "silent", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [printed, errors] = ["", ""];
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const url = await new Promise<string | undefined>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /^Trygghetskartan: (\S+)/m.exec(printed);
      if (found) resolve(found[1]);
    });
    void ended.then(() => resolve(undefined));
  });
  return {
    child,
    url,
    printed: () => printed,
    errors: () => errors.trim(),
    ended,
    kill(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Builds what has changed and starts the server as it is shipped: what is measured is what people get. */
export function startBuiltServer(env: Record<string, string>): Promise<ServerProcess> {
  buildServer();
  return startBuilt(env);
}

export const buildServer = () => void execFileSync(process.execPath, [join(root, "server", "build.mjs")]);

/** Starts what has been built. */
export const startBuilt = (env: Record<string, string>): Promise<ServerProcess> =>
  startServer(env, [join(root, "server", "dist", "main.js")]);

/** Stops the PostgreSQL that a killed server has left behind, and removes its folder. */
export async function removeDataFolder(folder: string): Promise<void> {
  const pid = postgresPid(folder);
  if (pid !== undefined) {
    process.kill(pid, "SIGINT");
    for (let tries = 0; tries < 200 && isAlive(pid); tries++)
      await new Promise((resolve) => {
        setTimeout(resolve, 25);
      });
  }
  rmSync(folder, { recursive: true, force: true });
}

export function postgresPid(folder: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8"), 10);
    return isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
