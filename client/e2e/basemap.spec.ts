/** A server of its own with a base map in the place of the schematic one. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeTownArchive } from "../../server/src/testing/town-tiles.ts";
import { test as base, expect, phone, settled } from "./journey.ts";

const test = base.extend<object, { address: string }>({
  address: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "trygg-e2e-basemap-"));
      const archive = join(folder, "town.pmtiles");
      writeTownArchive(archive, "shortbread");
      const server = spawn("node", ["../server/start.mjs"], {
        env: {
          ...process.env,
          PORT: "0",
          DATA_DIR: join(folder, "data"),
          BASEMAP: archive,
          LOG_LEVEL: "warn",
        },
        stdio: ["ignore", "pipe", "inherit"],
      });
      await use(await addressOf(server));
      server.kill("SIGTERM");
      await new Promise((resolve) => {
        server.once("exit", resolve);
      });
      rmSync(folder, { recursive: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: ({ address }, use) => use(address),
});

function addressOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    stdout?.on("data", (chunk: Buffer) => {
      const found = /^Trygghetskartan: (\S+)/m.exec(chunk.toString());
      if (found?.[1]) resolve(found[1]);
    });
  });
}

const view = "/#at=56.1694,14.8639,15.40&clock=fri-23-11&layers=unsafe.patrols.light";

for (const theme of ["day", "night"] as const)
  test.describe(`a base map of one's own, ${theme}`, () => {
    test.use({ colorScheme: theme === "night" ? "dark" : "light" });

    test("lies under the data and says whose it is", async ({ page, picture }) => {
      const ranges: string[] = [];
      page.on("response", (response) => {
        if (response.url().endsWith(".pmtiles")) ranges.push(`${response.status()}`);
      });
      await page.goto(view);
      await settled(page);
      await expect(page.getByText("© OpenStreetMap")).toBeVisible();
      await expect(page.getByText("Schematisk karta")).toHaveCount(0);
      await expect(page.getByText("Bakgrundskartan kunde inte hämtas")).toHaveCount(0);
      expect(new Set(ranges)).toEqual(new Set(["206"]));
      await picture(page, `basemap-${theme}`);
    });
  });

test("a base map that cannot be fetched is told of, and the data stays", async ({ page, picture }) => {
  await page.route("**/*.pmtiles", (route) => route.fulfill({ status: 404 }));
  await page.goto(view);
  await expect(page.getByText("Bakgrundskartan kunde inte hämtas")).toBeVisible();
  await settled(page);
  await expect(page.getByText("Rapporterad otrygghet")).toBeVisible();
  await picture(page, "basemap-not-fetched-wide");
  await page.setViewportSize(phone);
  await expect(page.getByText("Bakgrundskartan kunde inte hämtas")).toBeVisible();
  await picture(page, "basemap-not-fetched-phone");
});
