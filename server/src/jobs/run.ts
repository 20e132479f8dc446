/** Hands long work to threads of its own, so that the node goes on answering meanwhile. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import type { jobs } from "./jobs.ts";

type Jobs = typeof jobs;
type Input<Name extends keyof Jobs> = Parameters<Jobs[Name]>[0];
type Progress<Name extends keyof Jobs> =
  Parameters<Jobs[Name]> extends [unknown, (progress: infer Told) => void] ? Told : never;
type Output<Name extends keyof Jobs> = Awaited<ReturnType<Jobs[Name]>>;

/** A thread that has had nothing to do for this long ends. */
const IDLE_MS = 30_000;
/** One for a job, and one for another that is asked for meanwhile; requests need the rest of the machine. */
const MOST_THREADS = 2;

let pool: Piscina | undefined;

interface Running<Name extends keyof Jobs> {
  /** Ends the work, and its thread with it. */
  signal?: AbortSignal;
  onProgress?(progress: Progress<Name>): void;
}

/** Runs a job and answers what it answers. Throws an AbortError when the signal is given, and what the job throws. */
export async function runJob<Name extends keyof Jobs>(
  name: Name,
  input: Input<Name>,
  { signal, onProgress }: Running<Name> = {},
): Promise<Output<Name>> {
  pool ??= new Piscina({ ...entry(), minThreads: 0, maxThreads: MOST_THREADS, idleTimeout: IDLE_MS });
  const { port1, port2 } = new MessageChannel();
  port1.on("message", (progress) => onProgress?.(progress));
  try {
    return (await pool.run(
      { name, input, port: port2 },
      { transferList: [port2], ...(signal ? { signal } : {}) },
    )) as Output<Name>;
  } finally {
    port1.close();
  }
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
