/** Hands long work to threads of its own, so that the node goes on answering meanwhile. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { jobs } from "./jobs.ts";

type Jobs = typeof jobs;
type Input<Name extends keyof Jobs> = Parameters<Jobs[Name]>[0];
type Output<Name extends keyof Jobs> = Awaited<ReturnType<Jobs[Name]>>;

/** A thread that has had nothing to do for this long ends. */
const IDLE_MS = 30_000;
/** One for a job, and one for another that is asked for meanwhile; requests need the rest of the machine. */
const MOST_THREADS = 2;

let pool: Piscina | undefined;

/** Runs a job and answers what it answers. Throws an AbortError when the signal is given, and what the job throws. */
export async function runJob<Name extends keyof Jobs>(
  name: Name,
  input: Input<Name>,
  signal?: AbortSignal,
): Promise<Output<Name>> {
  pool ??= new Piscina({ ...entry(), minThreads: 0, maxThreads: MOST_THREADS, idleTimeout: IDLE_MS });
  return (await pool.run({ name, input }, signal ? { signal } : {})) as Output<Name>;
}

/** The built program has its threads beside it; from source they are read as the rest of it is. */
function entry(): { filename: string; execArgv?: string[] } {
  const built = fileURLToPath(new URL("worker.js", import.meta.url));
  if (existsSync(built)) return { filename: built };
  return {
    filename: fileURLToPath(new URL("worker.ts", import.meta.url)),
    execArgv: ["--import", "tsx"],
  };
}
