// `pnpm dev`: the server from source, restarted when it changes, and the client with hot reload on port 5173.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// The report form is drawn by the server from the built client.
await build(["client"]);

const programs = [
  spawn(
    process.execPath,
    ["--import", "tsx", "--watch-path=server/src", "--watch-path=shared/src", "server/src/main.ts"],
    {
      cwd: root,
      stdio: "inherit",
    },
  ),
  spawn(process.execPath, [join(root, "client", "node_modules", "vite", "bin", "vite.js")], {
    cwd: join(root, "client"),
    stdio: "inherit",
  }),
];

const stop = () => {
  for (const program of programs) program.kill("SIGTERM");
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
for (const program of programs) program.on("exit", stop);
