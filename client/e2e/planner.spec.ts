import { expect, signIn, test } from "./journey.ts";

test("a planner decides where light helps, and everybody sees the measure", async ({
  page,
  browser,
  picture,
  baseURL,
}) => {
  await signIn(page, "Planerare");
  await expect(page.getByRole("heading", { name: /^Nytt från och med / })).toBeVisible();
  await picture(page, "arbete-nytt-wide-day");
  await page.getByRole("tab", { name: "Ljusbehov" }).click();
  await expect(page.getByText("Mest oro i mörker")).toBeVisible();
  const first = page.getByRole("listitem").filter({ hasText: "Lampor inom 40 m" }).first();
  await expect(first).toContainText(/\d+ röster/);
  await picture(page, "arbete-ljusbehov-wide-day");

  await test.step("goes to a crossing, and to a lamp by its number, from the keyboard", async () => {
    const field = page.getByRole("combobox", { name: "Sök gata, korsning eller plats" });
    await field.fill("kungsgatan kyrkogatn");
    await expect(page.getByRole("option", { name: "Kungsgatan / Kyrkogatan" })).toBeVisible();
    await field.press("Enter");
    await expect(page).toHaveURL(/selected=\d+_\d+/);
    await field.fill("demo-01-003");
    await expect(page.getByRole("option", { name: "demo-01-003" })).toContainText("lampa");
    await field.press("Enter");
    await expect(page).toHaveURL(/selected=demo-01-003/);
    await picture(page, "arbete-sok-wide-day");
  });

  await test.step("filters reports by reason, darkness and period", async () => {
    await page.getByRole("tab", { name: "Rapporter" }).click();
    const total = page.getByText(/^\d+ rapporter om otrygghet från \d+ röster$/);
    const all = await total.innerText();
    await page.getByText("Filter", { exact: true }).click();
    await page.getByRole("radio", { name: "I mörker", exact: true }).check();
    await page.getByRole("checkbox", { name: "Släckt lampa" }).check();
    await page.getByRole("textbox", { name: "Från" }).fill("2026-01-01");
    await expect(total).not.toHaveText(all);
    await expect(page).toHaveURL(/from=2026-01-01&light=dark&reasons=lamp-out/);
  });

  await test.step("sees single reports only after saying why", async () => {
    await page.getByRole("button", { name: "Visa enskilda rapporter" }).click();
    await expect(page.getByText("Skriv minst fem tecken om varför.")).toBeVisible();
    await expect(page.getByLabel("Varför behöver du se enskilda rapporter?")).toBeFocused();
    await page.getByLabel("Varför behöver du se enskilda rapporter?").fill("Ljusplan för Hamnparken");
    await page.getByRole("button", { name: "Visa enskilda rapporter" }).click();
    const report = page.getByRole("listitem").filter({ hasText: "Släckt lampa" }).first();
    await expect(report).toContainText("I mörker");
    await picture(page, "arbete-rapporter-wide-day");
    await report.getByRole("button").click();
    await expect(page).toHaveURL(/selected=[0-9a-f-]{36}/);
    await expect(page.getByRole("heading", { name: "Rapporter inom 40 meter" })).toBeVisible();
    await picture(page, "arbete-rapport-wide-day");
    await page.getByRole("button", { name: "Till listan" }).click();
  });

  await test.step("reads on the map what stands on a point, and finds only that in the list", async () => {
    const desk = page.url();
    await page.goto("about:blank");
    await page.goto("/arbete#panel=reports&feeling=any&at=56.16995,14.86395,16.50");
    await expect(page.locator("[data-drawn=true]")).toBeVisible();
    // The middle of the square, where what is seen of the map has its own.
    const at = { position: { x: 418, y: 333 } };
    const map = page.locator("canvas.maplibregl-canvas");
    await map.hover(at);
    await expect(page.getByText(/^Senast \d+ \S+ 202\d$/)).toBeVisible();
    await picture(page, "arbete-rapporter-punkt-wide-day");
    await map.click(at);
    await expect(page).toHaveURL(/selected=at_\d{6}_\d{7}/);
    await expect(page.getByText("Rapporter på den punkt du valde på kartan")).toBeVisible();
    await page.goto("about:blank");
    await page.goto(desk);
  });

  await test.step("asks where reports gather, and is told what a ring means", async () => {
    await page.getByText("Kartlager").click();
    await page.getByRole("switch", { name: "Säkra ansamlingar" }).click();
    await expect(
      page.getByText(/^\d+ rutor av \d+ är inringade\.$|^Ingen statistiskt säker ansamling|^För lite data/),
    ).toBeVisible();
    await expect(page.getByText(/fler röster än slumpen skulle ge/)).toBeVisible();
    await page.getByRole("switch", { name: "Täthet längs gator" }).click();
    await expect(page.getByText(/Räknat längs gatorna/)).toBeVisible();
    await page.getByRole("radio", { name: "150 m" }).check();
    await expect(page).toHaveURL(/bandwidth=150/);
    await picture(page, "arbete-ansamlingar-wide-day");
    await page.getByText("Kartlager").click();
  });

  await test.step("turns the clock, and the reports follow", async () => {
    await page.getByText("Filter", { exact: false }).first().click();
    const total = page.getByText(/^\d+ rapporter om otrygghet från \d+ röster$/);
    const before = await total.innerText();
    await page.getByRole("region", { name: "Klocka" }).getByRole("radio", { name: "onsdag" }).check();
    await expect(total).not.toHaveText(before);
    await page.getByRole("button", { name: "Hela veckan" }).click();
  });

  await test.step("adds a measure at a place on the map", async () => {
    await page.getByRole("tab", { name: "Ljusbehov" }).click();
    await page.getByRole("button", { name: /^Hamnparken/ }).click();
    await page.getByRole("button", { name: "Lägg till åtgärd här" }).click();
    await page.getByLabel("Vad ska göras?").fill("Två nya lyktor vid strandgången");
    await page.getByLabel("Läge").selectOption("Beslutad");
    await page.getByLabel("Text för alla").fill("Två lyktor sätts upp före jul.");
    await page.getByLabel("Kostnad, kr").fill("38000");
    await page.locator("canvas.maplibregl-canvas").click({ position: { x: 420, y: 300 } });
    await expect(page.getByText("Platsen är markerad på kartan.")).toBeVisible();
    await picture(page, "arbete-atgard-wide-day");
    await page.getByRole("button", { name: "Spara" }).click();
    const shown = page.getByRole("dialog", { name: "Det här blir offentligt" });
    await expect(shown).toContainText("Två lyktor sätts upp före jul.");
    await expect(shown).not.toContainText("38");
    await picture(page, "arbete-atgard-offentlig-wide-day");
    await shown.getByRole("button", { name: "Spara och visa för alla" }).click();
    await expect(page.getByText("Sparat: Två nya lyktor vid strandgången.")).toBeVisible();
  });

  await test.step("takes a change of it back", async () => {
    await page.getByRole("button", { name: "Ändra Två nya lyktor vid strandgången" }).click();
    await page.getByLabel("Läge").selectOption("Klar");
    await page.getByRole("button", { name: "Spara" }).click();
    const measure = page.getByRole("listitem").filter({ hasText: "Två nya lyktor vid strandgången" });
    await expect(measure).toContainText("Klar");
    await page.getByRole("button", { name: "Ångra" }).click();
    await expect(measure).toContainText("Beslutad");
  });

  await test.step("a visitor sees it at once, without its cost", async () => {
    const visitor = await browser.newPage(baseURL ? { baseURL } : {});
    await visitor.goto("/#selected=hamnparken");
    await expect(visitor.getByText("Två nya lyktor vid strandgången")).toBeVisible();
    await expect(visitor.getByText("Två lyktor sätts upp före jul.")).toBeVisible();
    await expect(visitor.getByText("38 000")).toBeHidden();
    await expect(
      visitor.getByRole("button", { name: "Två nya lyktor vid strandgången: Beslutad" }),
    ).toBeVisible();
    await visitor.close();
  });
});
