/** Every screen in both sizes and themes: no accessibility fault, nothing wider than the window, a picture of each. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../src/root.ts";
import type { Result } from "./figures.ts";

export async function proveScreens(): Promise<Result> {
  const client = join(root, "client");
  const { stdout } = spawnSync(
    join(client, "node_modules", ".bin", "playwright"),
    ["test", "--grep", "every (public screen|screen of the desk)", "--reporter=json"],
    { cwd: client, encoding: "utf8", maxBuffer: 2 ** 28, env: { ...process.env, LOOKS: "all" } },
  );
  const { stats } = JSON.parse(stdout) as { stats: { expected: number; unexpected: number; flaky: number } };
  const failed = stats.unexpected + stats.flaky;
  return {
    name: "screens",
    n: stats.expected + failed,
    failed,
    holds: failed === 0 && stats.expected > 0,
  };
}
