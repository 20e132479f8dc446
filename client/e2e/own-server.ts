/** A server of its own beside the common one, for what is chosen at start. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface OwnServer {
  address: string;
  /** What it has printed so far. */
  printed(): string;
  stop(): Promise<void>;
}

/** Starts it, from another copy of the product where that is asked for, on an empty data folder, and waits until it prints its address. */
export async function startOwnServer(env: Record<string, string>, root = ".."): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), "trygg-e2e-own-"));
  const server = spawn("node", [join(root, "server", "start.mjs")], {
    env: { ...process.env, PORT: "0", DATA_DIR: folder, LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => {
    server.once("exit", () => resolve());
  });
  let printed = "";
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /^Trygghetskartan: (\S+)/m.exec(printed)?.[1];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error("expected the server to start, but it ended")));
  });
  return {
    address,
    printed: () => printed,
    async stop() {
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
