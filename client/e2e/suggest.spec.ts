import { accessibilityFaults, expect, signIn, test } from "./journey.ts";

test("a planner goes from signing in to a printed suggestion for 400 000 kronor in at most twelve clicks", async ({
  page,
  picture,
}) => {
  // Printing waits for a person, who says when it is done.
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-prints", "");
  });
  // Signing in is three: two fields and a button.
  let clicks = 3;
  const click = async (role: "tab" | "button" | "radio", name: string) => {
    clicks += 1;
    await page.getByRole(role, { name }).click();
  };
  await signIn(page, "Planerare");
  await click("tab", "Förslag");
  await expect(page.getByLabel("Belopp i kronor")).toHaveValue("400 000");
  await click("button", "Räkna ut förslag");
  const result = page.getByRole("heading", { name: /^\d+ insatser för [\d\s]+ kr$/ });
  // The best choice takes a second of a machine that does nothing else.
  await expect(result).toBeVisible({ timeout: 40_000 });
  await expect(
    page.getByText(/^Bevisat bäst för budgeten\.|^Minst \d+ % av det bästa möjliga\./),
  ).toBeVisible();
  await expect(page.getByText(/^Skiss, inte beslutsunderlag/).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^1: / })).toBeVisible();
  await picture(page, "arbete-forslag-wide-day");

  await click("button", "Skriv ut");
  await expect(page.locator("html[data-prints]")).toBeAttached();
  expect(clicks).toBeLessThanOrEqual(12);

  await test.step("on paper stand the map, the light before and after, why each, and what cannot be known", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { name: "Förslag på belysning i Karlshamn" })).toBeVisible();
    await expect(page.getByRole("img", { name: "Karta med insatserna numrerade" })).toBeVisible();
    await expect(page.getByText(/^Skiss, inte beslutsunderlag/).last()).toBeVisible();
    await expect(page.getByRole("row", { name: /^1 .+ i mörker inom 40 m; .+ kr / })).toBeVisible();
    await expect(page.getByText(/^Träd, väggar, backar och skymd sikt/).last()).toBeVisible();
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  });

  await test.step("moves a new lamp by keyboard, and takes that back", async () => {
    const marker = page
      .getByRole("button", { name: /^\d+: Ny stolpe .+ Flytta med piltangenterna\.$/ })
      .first();
    await marker.focus();
    await marker.press("ArrowUp");
    await expect(page.getByRole("img", { name: "Hålls kvar" })).toHaveCount(1, { timeout: 40_000 });
    await page.getByRole("button", { name: "Ångra senaste ändringen" }).click();
    await expect(page.getByRole("img", { name: "Hålls kvar" })).toHaveCount(0, { timeout: 40_000 });
  });

  await test.step("makes a measure of the first", async () => {
    await page.getByRole("button", { name: /^1\. / }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Gör till åtgärd" }).click();
    await expect(page.getByLabel("Vad ska göras?")).not.toHaveValue("");
    await expect(page.getByLabel("Kostnad, kr")).not.toHaveValue("");
  });
});
