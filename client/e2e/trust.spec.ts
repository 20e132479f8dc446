import type { Browser, Page } from "@playwright/test";
import { accessibilityFaults, expect, settled, test } from "./journey.ts";

/** A window of somebody who is signed in, at a panel of the desk. */
async function openDesk(browser: Browser, baseURL: string | undefined, who: string, panel: string) {
  const page = await (await browser.newContext({ baseURL: String(baseURL), locale: "sv-SE" })).newPage();
  await page.request.post("/trpc/accounts.signIn", {
    data: { email: `${who}@demo.local`, password: "demo-karlshamn" },
  });
  await page.goto(`/arbete#panel=${panel}`);
  return page;
}

const fetched = async (page: Page, press: () => Promise<void>) => {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return download.suggestedFilename();
};

test("a planner gets single reports as a file once a second person has said yes, and the auditor reads it all", async ({
  browser,
  baseURL,
}) => {
  const planner = await openDesk(browser, baseURL, "planerare", "exports");
  await planner
    .getByLabel("Varför behöver du enskilda rapporter som fil?")
    .fill("Underlag till ljusplan 2027");
  await planner.getByRole("button", { name: "Begär filen" }).click();
  await expect(planner.getByText("Väntar på en samordnare som får godkänna.")).toBeVisible();
  expect(await accessibilityFaults(planner)).toEqual([]);

  const approver = await openDesk(browser, baseURL, "samordnare2", "exports");
  await approver.getByRole("button", { name: /^Godkänn begäran.*ljusplan 2027/ }).click();
  await expect(approver.getByText("Beslut av Samordnare 2")).toBeVisible();

  const fetch = planner.getByRole("button", { name: /^Hämta filen, en gång/ });
  expect(await fetched(planner, () => fetch.click())).toMatch(/^demonstration-karlshamn-points-.*\.csv$/);
  await expect(planner.getByText("Hämtad", { exact: true })).toBeVisible();

  const auditor = await openDesk(browser, baseURL, "revisor", "audit");
  await expect(auditor.getByText(/^Kedjan är hel: \d+ rader\.$/)).toBeVisible();
  await auditor.getByLabel("Vem").selectOption({ label: "Planerare (Planerare)" });
  const entries = auditor.getByRole("listitem").filter({ hasText: "Planerare hämtade enskilda rapporter" });
  await expect(entries.first()).toContainText("skäl: Underlag till ljusplan 2027");
  await settled(auditor);
  expect(await accessibilityFaults(auditor)).toEqual([]);
});

test("a coordinator gives reports out as a masked document, prints it and finds it in the register", async ({
  browser,
  baseURL,
}) => {
  const page = await openDesk(browser, baseURL, "samordnare", "disclosures");
  const number = `KS 2026/${Date.now()}`;
  await page.getByLabel("Diarienummer").fill(number);
  await page.getByLabel("Område", { exact: true }).selectOption("hamnparken");
  await page.getByRole("button", { name: "Ta fram och för in i registret" }).click();
  await expect(page.getByText("Välj en dag.", { exact: true })).toBeVisible();
  await page.getByLabel("Från").fill("2026-10-01");
  await page.getByRole("button", { name: "Ta fram och för in i registret" }).click();
  await expect(page.getByRole("heading", { name: `Utlämnade rapporter, ${number}` })).toBeVisible();
  await expect(page.getByRole("row").nth(1)).toContainText(/Hamnparken\s*oktober 2026/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1, name: number })).toBeVisible();
  await expect(page.getByRole("button", { name: "Skriv ut" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "Till registret" }).click();
  const entry = page.getByRole("listitem").filter({ hasText: number }).first();
  await entry.getByRole("button", { name: /^Stryk/ }).click();
  await entry.getByRole("button", { name: /^Ångra strykningen/ }).click();
  await expect(entry).not.toContainText("struken");
});
