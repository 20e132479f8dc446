/** The report form on a poor line, with nothing in the browser's cache: 400 kbit/s and 400 ms for each round trip. */
import type { BrowserContext, Page } from "@playwright/test";
import { expect, phone, test } from "./journey.ts";

const BYTES_PER_SECOND = 400_000 / 8;
const ROUND_TRIP_MS = 400;
const WITHIN_MS = 5000;

test.use({ viewport: phone });

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: ROUND_TRIP_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
}

const search = (page: Page) => page.getByLabel("Sök gata, korsning eller plats");

test(`the form answers a search within ${WITHIN_MS / 1000} s on a slow line`, async ({ page, context }) => {
  await slowDown(context, page);
  const started = performance.now();
  await page.goto("/rapportera", { waitUntil: "commit" });
  await search(page).fill("hamnpark");
  await expect(page.getByRole("option", { name: /^Hamnparken/ }).first()).toBeVisible();
  const ms = Math.round(performance.now() - started);
  test.info().annotations.push({ type: "ms", description: String(ms) });
  expect(ms).toBeLessThan(WITHIN_MS);
});

test("what is chosen before the script has come is kept", async ({ page, context }) => {
  await slowDown(context, page);
  await page.goto("/rapportera", { waitUntil: "commit" });
  await page.getByLabel("Eller välj i listan: område").selectOption("Hamnparken");
  await expect(page.getByLabel("Gata eller plats", { exact: true })).toBeVisible();
  await expect(page.getByLabel("Eller välj i listan: område")).toHaveValue("hamnparken");
});
