/** Runs browser journeys by name for a proof, and tells how they went. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../src/root.ts";

interface Suite {
  suites?: Suite[];
  specs: { tests: { annotations: { type: string; description?: string }[] }[] }[];
}

export interface Journeys {
  n: number;
  passed: number;
  /** What the journeys noted under each name. */
  noted(name: string): number[];
}

export function runJourneys(grep: string, { env = {}, options = [] as string[] } = {}): Journeys {
  const client = join(root, "client");
  const { stdout } = spawnSync(
    join(client, "node_modules", ".bin", "playwright"),
    ["test", "--grep", grep, "--reporter=json", "--retries=0", ...options],
    { cwd: client, encoding: "utf8", maxBuffer: 2 ** 28, env: { ...process.env, ...env } },
  );
  const { stats, suites } = JSON.parse(stdout) as {
    stats: { expected: number; unexpected: number; flaky: number };
    suites: Suite[];
  };
  const notes = suites.flatMap(notesOf);
  return {
    n: stats.expected + stats.unexpected + stats.flaky,
    passed: stats.expected,
    noted: (name) => notes.filter(({ type }) => type === name).map(({ description }) => Number(description)),
  };
}

function notesOf({ suites = [], specs }: Suite): { type: string; description?: string }[] {
  const own = specs.flatMap(({ tests }) => tests.flatMap(({ annotations }) => annotations));
  return [...own, ...suites.flatMap(notesOf)];
}
