/** Browser journeys against the real product: its own PostgreSQL, the demonstration, and Chromium. */
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const port = Number(process.env["E2E_PORT"] ?? 4317);
const baseURL = `http://127.0.0.1:${port}`;
// Worker processes read this file again; only the first decides where the run's data lies.
process.env["E2E_DATA_DIR"] ??= mkdtempSync(join(tmpdir(), "trygg-e2e-"));

const chromium = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
]
  .filter((path) => path !== undefined)
  .find((path) => existsSync(path));

export default defineConfig({
  testDir: "e2e",
  outputDir: "e2e/results",
  // The journey of a resident as the accessibility tree has it, to be read.
  snapshotPathTemplate: "{testDir}/tree/{arg}{ext}",
  workers: 1,
  // A machine that does much else at once may be too slow for a journey; the run says which went at the second try only.
  retries: process.env["CI"] ? 1 : 0,
  // One browser and one server share two cores, and the map is drawn in software.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL,
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        "--no-sandbox",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--ignore-gpu-blocklist",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
      ],
    },
  },
  webServer: {
    command: "node ../server/start.mjs",
    url: `${baseURL}/readyz`,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 8000 },
    env: {
      PORT: String(port),
      DATA_DIR: process.env["E2E_DATA_DIR"],
      LOG_LEVEL: "warn",
      // All journeys come from one network, which would be held to its sixty reports.
      LIMITS: "off",
    },
  },
});
