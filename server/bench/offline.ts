/**
 * Reports over a line that is cut in ten ways, ten times each: while the form is written, while it is sent, after it is
 * stored and before the answer, and with its tab closed. Each must arrive exactly once, and its code be shown.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../src/root.ts";
import type { Result } from "./figures.ts";

const ROUNDS = 10;
const CASES = 10;

export async function proveOffline(): Promise<Result> {
  const client = join(root, "client");
  const { stdout } = spawnSync(
    join(client, "node_modules", ".bin", "playwright"),
    ["test", "--grep", "arrives exactly once", "--reporter=json"],
    {
      cwd: client,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      env: { ...process.env, ROUNDS: String(ROUNDS) },
    },
  );
  const { stats } = JSON.parse(stdout) as { stats: { expected: number; unexpected: number; flaky: number } };
  const n = stats.expected + stats.unexpected + stats.flaky;
  return {
    name: "offline",
    n,
    arrived_once: stats.expected,
    holds: n === ROUNDS * CASES && stats.expected === n,
  };
}
