/** A made-up town, served from its folder alone. */
import { test as base, expect, phone, settled } from "./journey.ts";
import { startOwnServer } from "./own-server.ts";

const test = base.extend<object, { address: string }>({
  address: [
    async ({}, use) => {
      const server = await startOwnServer({ PLACE: "exempelstad" });
      await use(server.address);
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: ({ address }, use) => use(address),
});

for (const [size, viewport] of [["wide", { width: 1440, height: 900 }] as const, ["phone", phone] as const])
  test(`another town is drawn and reported on, ${size}`, async ({ page, picture }) => {
    await page.setViewportSize(viewport);
    await page.goto("/");
    await settled(page);
    await expect(page.getByText("Påhittad stad – ungefärliga lägen")).toBeVisible();
    await picture(page, `exempelstad-${size}`);
    await page.goto("/rapportera");
    await page.getByRole("combobox").first().fill("storgatn torggatan");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Vald plats: Storgatan / Torggatan")).toBeVisible();
  });
