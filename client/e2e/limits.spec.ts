/** Reporting with every guard against misuse in force, and what a coordinator does about very many reports at once. */
import {
  accessibilityFaults,
  beyondWindow,
  test as base,
  chooseInList,
  expect,
  looks,
  settled,
  signIn,
} from "./journey.ts";
import { startOwnServer } from "./own-server.ts";

const test = base.extend<object, { address: string }>({
  address: [
    async ({}, use) => {
      const server = await startOwnServer({ LIMITS: "on" });
      await use(server.address);
      await server.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: ({ address }, use) => use(address),
});

/** A point of which the town's story tells nothing. */
const QUIET = { lng: 14.85757, lat: 56.17356 };
/** What a report without proof of work waits. */
const WAIT_MS = 1500;

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a resident is told of the wait, and gets through like everybody", async ({ page, picture }) => {
    await page.goto("/rapportera");
    await page.getByLabel("Eller välj i listan: område").selectOption("Östra piren");
    await page.getByRole("button", { name: "Visa fler val" }).click();
    await page.getByLabel("Gata eller plats", { exact: true }).selectOption("Östra piren");
    await page.getByRole("button", { name: "Nästa" }).click();
    await page.getByRole("radio", { name: "Otryggt", exact: true }).check();
    await page.getByRole("checkbox", { name: "Folktomt" }).check();
    await page.getByRole("checkbox", { name: "Nätter", exact: true }).check();
    await page.getByRole("button", { name: "Nästa" }).click();
    // What stands in a noscript element is not found by its text.
    const told = page.locator("noscript").getByRole("paragraph");
    await expect(told).toBeVisible();
    await expect(told).toHaveText(/^Utan skript tar det två sekunder att skicka\./);
    await picture(page, "rapportera-skicka-utan-skript-wide-day");
    const pressed = Date.now();
    await page.getByRole("button", { name: "Skicka" }).click();
    await expect(page.getByRole("heading", { name: "Tack. Rapporten är sparad." })).toBeVisible();
    expect(Date.now() - pressed).toBeGreaterThan(WAIT_MS);
  });
});

test("with script the browser has done its work, and nobody waits", async ({ page }) => {
  await page.goto("/rapportera");
  await chooseInList(page, "Stortorget", "Stortorget");
  await page.getByRole("button", { name: "Nästa" }).click();
  await page.getByRole("radio", { name: "Otryggt", exact: true }).check();
  await page.getByRole("checkbox", { name: "Folktomt" }).check();
  await page.getByRole("checkbox", { name: "Nätter", exact: true }).check();
  await page.getByRole("button", { name: "Nästa" }).click();
  await expect(page.locator("noscript p")).toHaveCount(0);
  const sent = page.waitForRequest("**/trpc/reports.submit");
  await page.getByRole("button", { name: "Skicka" }).click();
  await expect(page.getByRole("heading", { name: "Tack. Rapporten är sparad." })).toBeVisible();
  const { startTime, responseEnd } = (await sent).timing();
  expect(startTime).toBeGreaterThan(0);
  expect(responseEnd).toBeLessThan(WAIT_MS);
});

test("a coordinator decides on very many reports at once, and undoes it", async ({ page, picture }) => {
  const send = async (each: number) => {
    const answer = await page.request.post("/trpc/reports.submit", {
      headers: { "x-forwarded-for": `198.51.100.${each}` },
      data: {
        clientKey: crypto.randomUUID(),
        feeling: "unsafe",
        at: QUIET,
        reasons: ["deserted"],
        when: [],
        light: "dark",
      },
    });
    return ((await answer.json()) as { result: { data: { receipt: string } } }).result.data.receipt;
  };
  const [receipt = ""] = await Promise.all(Array.from({ length: 30 }, (_, each) => send(each)));
  // They are looked at a moment after the last has come in.
  await expect(async () => {
    await page.goto("about:blank");
    await page.goto(`/kvitto#${receipt}`);
    await expect(page.getByText("Många rapporter kom samtidigt härifrån.")).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 15_000 });
  await picture(page, "kvitto-manga-samtidigt-wide-day");
  await signIn(page, "Samordnare");
  await page.getByRole("tab", { name: "Många samtidigt" }).click();
  await expect(page.getByText("30 rapporter")).toBeVisible();
  await expect(page.getByText("30 av dem kom utan bevis från en webbläsare.")).toBeVisible();
  for (const { size, theme, viewport } of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: theme === "night" ? "dark" : "light" });
    await page.goto("about:blank");
    await page.goto("/arbete#panel=bursts&clock=fri-22-11");
    await expect(page.getByText("30 rapporter")).toBeVisible();
    await settled(page);
    expect(await accessibilityFaults(page, { practice: false })).toEqual([]);
    expect(await beyondWindow(page)).toEqual([]);
    await picture(page, `arbete-samordnare-bursts-${size}-${theme}`);
  }
  await page.getByRole("button", { name: /^Ta bort alla/ }).focus();
  await page.keyboard.press("Enter");
  const told = page.getByText("Rapporterna är borttagna. De räknas inte.");
  await expect(told).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: /^Ångra/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Beslutet är ångrat.")).toBeVisible();
  await page.getByRole("button", { name: /^Låt dem räknas/ }).click();
  await expect(page.getByText("Rapporterna räknas nu.")).toBeVisible();
  await expect(page.getByText(/Du kan ångra till och med/)).toBeVisible();
  await page.goto("about:blank");
  await page.goto(`/kvitto#${receipt}`);
  await expect(page.getByText("Din rapport kom in.")).toBeVisible();
  await expect(page.getByText("Många rapporter kom samtidigt")).toHaveCount(0);
});
