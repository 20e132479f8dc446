/** Choosing a language, and what the first screen says in each. */
import { accessibilityFaults, expect, test } from "./journey.ts";

const titles = {
  sv: "Hur känns det här?",
  "sv-simple": "Hur känns det här?",
  en: "How does it feel here?",
};
const intros = {
  sv: [/^Berätta var/, /^Du är anonym/, /^Ingen kommer hit/],
  "sv-simple": [/^Berätta var/, /^Vi vet inte vem du är/, /^Ingen kommer hit/],
  en: [/^Tell where/, /^You are anonymous/, /^Nobody comes/],
};

for (const language of ["sv", "sv-simple", "en"] as const)
  test(`the first screen says without scrolling what it is and whom to call: ${language}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`/rapportera?language=${language}`);
    const menu = await page.getByRole("navigation").boundingBox();
    for (const words of [
      page.getByRole("heading", { name: titles[language], level: 1 }),
      ...intros[language].map((intro) => page.getByText(intro).first()),
      page.getByRole("link", { name: "112", exact: true }),
      page.getByRole("link", { name: "114 14", exact: true }),
    ]) {
      const box = await words.boundingBox();
      if (!box || !menu) throw new Error("expected the first screen and its menu");
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(360);
      expect(box.y).toBeGreaterThanOrEqual(0);
      // The menu lies over the lower edge.
      expect(box.y + box.height).toBeLessThanOrEqual(menu.y);
    }
  });

test.describe("the choice of a language", () => {
  test("is made by keyboard, and closes when it is left", async ({ page }) => {
    await page.goto("/loftet");
    const button = page.getByText("Språk: Svenska");
    const english = page.getByRole("link", { name: "English" });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(english).toBeVisible();
    await expect(page.getByRole("link", { name: "Svenska", exact: true })).toHaveAttribute("aria-current");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(english).toBeHidden();
    await expect(button).toBeFocused();
    await page.keyboard.press("Enter");
    for (const key of ["Tab", "Tab", "Tab", "Enter"]) await page.keyboard.press(key);
    await expect(page.getByRole("heading", { name: "Citizen promise 2026" })).toBeVisible();
    await expect(english).toBeHidden();
    await expect(page.getByText("Language: English")).toBeFocused();
  });

  test("is made without a network too, in every language, and keeps what was chosen", async ({
    page,
    context,
  }) => {
    await page.goto("/rapportera");
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.locator('select[name="area"]').selectOption("stortorget");
    await context.setOffline(true);
    for (const [from, to, said] of [
      ["Språk: Svenska", "English", "Nobody comes because you send this."],
      ["Language: English", "Lättläst svenska", "Ingen kommer hit när du skickar."],
      ["Språk: Lättläst svenska", "Svenska", "Ingen kommer hit för att du skickar."],
    ] as const) {
      await page.getByText(from).click();
      await page.getByRole("link", { name: to, exact: true }).click();
      await expect(page.getByText(said)).toBeVisible();
      await expect(page.locator('select[name="area"]')).toHaveValue("stortorget");
    }
  });

  test.describe("without script", () => {
    test.use({ javaScriptEnabled: false });

    test("is a link, and stays", async ({ page }) => {
      await page.goto("/rapportera");
      await page.getByText("Språk: Svenska").click();
      await page.getByRole("link", { name: "Lättläst svenska" }).click();
      await expect(page.getByText("Ingen kommer hit när du skickar.")).toBeVisible();
      await page.goto("/kvitto");
      await expect(page.getByText("Du fick en kod när du berättade.")).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("lang", "sv-simple");
    });
  });
});
