/** The first days of a real store: an administrator by the printed link, who invites a planner, who signs in with a second factor. */
import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { accessibilityFaults, test as base, beyondWindow, expect, phone } from "./journey.ts";
import { startOwnServer } from "./own-server.ts";

const test = base.extend<object, { server: Awaited<ReturnType<typeof startOwnServer>> }>({
  server: [
    async ({}, use) => {
      const server = await startOwnServer({ DEMO: "0" });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: ({ server }, use) => use(server.address),
});
// Weak passwords, and missing and wrong codes, are told with a status of their own.
test.use({ mishap: /40[01] \((Unauthorized|Bad Request)\)/ });

const password = "vinterdäck i garaget";
const STEP_MS = 30_000;

/** Connects an authenticator on the page, and returns what it shows. */
async function enrol(page: Page): Promise<(at: number) => string> {
  const key = await page.getByText(/^([A-Z2-7]{4} ?){8}$/).textContent();
  const totp = new TOTP({ secret: Secret.fromBase32((key ?? "").replaceAll(" ", "")) });
  const show = (timestamp: number) => totp.generate({ timestamp });
  await page.getByLabel("Skriv koden som appen visar").fill(show(Date.now()));
  await page.getByRole("button", { name: "Koppla appen" }).click();
  await expect(page.getByRole("list", { name: "Reservkoder" }).getByRole("listitem")).toHaveCount(10);
  return show;
}

async function keepCodes(page: Page): Promise<void> {
  await page.getByText("Jag har sparat koderna").click();
  await page.getByRole("button", { name: "Fortsätt" }).click();
  await page.waitForURL(/\/arbete/);
}

async function holds(page: Page, picture: (page: Page, name: string) => Promise<void>, name: string) {
  await picture(page, `konto-${name}`);
  expect(await accessibilityFaults(page), name).toEqual([]);
  expect(await beyondWindow(page), name).toEqual([]);
}

test("an administrator comes in by the printed link and invites a planner, who needs a code from then on", async ({
  page,
  browser,
  server,
  picture,
}) => {
  const link = /24 hours: (\S+)/.exec(server.printed())?.[1] ?? "";
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(link);
  await page.getByLabel("Namn").fill("Ada Admin");
  await page.getByLabel("E-post").fill("ada@example.se");
  await page.getByLabel("Nytt lösenord").fill("password1234");
  await page.getByRole("button", { name: "Spara lösenordet" }).click();
  await expect(page.getByText("Lösenordet är för lätt att gissa.")).toBeVisible();
  await page.getByLabel("Nytt lösenord").fill(password);
  await holds(page, picture, "valj-losenord");
  await page.getByRole("button", { name: "Spara lösenordet" }).click();
  await expect(page.getByRole("img", { name: "Bild att läsa av med appen" })).toBeVisible();
  await holds(page, picture, "koppla-app");
  await enrol(page);
  await holds(page, picture, "reservkoder");
  await keepCodes(page);

  await page.getByRole("button", { name: "Lägg till ett konto" }).click();
  await page.getByLabel("Namn", { exact: true }).fill("Pia Planerare");
  await page.getByLabel("E-post", { exact: true }).fill("pia@example.se");
  await page.getByRole("button", { name: "Skapa konto" }).click();
  const invitation = await page.getByLabel("Länken").inputValue();
  await holds(page, picture, "lank");
  await page.getByRole("button", { name: "Klar" }).click();
  await expect(page.getByText("Inbjuden")).toBeVisible();
  await holds(page, picture, "konton");

  const context = await browser.newContext({ viewport: phone, colorScheme: "dark", baseURL: server.address });
  const other = await context.newPage();
  await other.goto(invitation);
  await other.getByLabel("Nytt lösenord").fill(password);
  await other.getByRole("button", { name: "Spara lösenordet" }).click();
  const code = await enrol(other);
  await keepCodes(other);
  await other.getByRole("tab", { name: "Mitt konto" }).click();
  await expect(other.getByText("Du har 10 reservkoder kvar.")).toBeVisible();
  await holds(other, picture, "mitt-konto");
  await other.getByRole("button", { name: "Logga ut överallt" }).click();

  await other.getByLabel("E-post").fill("pia@example.se");
  await other.getByLabel("Lösenord").fill(password);
  await other.getByRole("button", { name: "Logga in", exact: true }).click();
  await expect(other.getByRole("heading", { name: "Skriv koden från din app" })).toBeFocused();
  await other.getByLabel("Kod", { exact: true }).fill("000000");
  await other.getByRole("button", { name: "Fortsätt" }).click();
  await expect(other.getByText("Koden stämmer inte.")).toBeVisible();
  await holds(other, picture, "kod");
  // The code that enrolled is used; the next one is already good.
  await other.getByLabel("Kod", { exact: true }).fill(code(Date.now() + STEP_MS));
  await other.getByRole("button", { name: "Fortsätt" }).click();
  await expect(other.getByRole("tab", { name: "Ljusbehov" })).toBeVisible();
  await context.close();
});
