import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Tests that need PostgreSQL tell so by what they import: test services, or the private cluster itself. */
const onPostgres = readdirSync(`${root}server/src`, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => `server/src/${file}`)
  .filter((file) =>
    /from "[^"]*(testing\/(postgres|services|http|process)|\/cluster)\.ts"/.test(
      readFileSync(root + file, "utf8"),
    ),
  );

/** Only against what never ends: a busy machine may take many times as long as a quiet one. */
const everywhere = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
};

export default defineConfig({
  test: {
    // The machine is shared with a PostgreSQL and, in the full run, with a browser.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["*/src/**/*.test.{ts,tsx}", "data/**/*.test.ts", ".ci/**/*.test.mjs"],
          exclude: ["**/node_modules/**", "client/e2e/**", ...onPostgres],
          ...everywhere,
        },
      },
      {
        test: {
          name: "integration",
          // Each file has databases of its own, and nothing else that another could see.
          isolate: false,
          include: onPostgres,
          globalSetup: "server/src/testing/postgres.ts",
          // Some hold a bar of time, which a machine that does much else at once may miss.
          retry: process.env["CI"] ? 1 : 0,
          ...everywhere,
        },
      },
    ],
  },
});
