import type { Page } from "@playwright/test";
import { openStoredReports } from "./stored-reports.ts";
import { accessibilityFaults, beyondWindow, chooseInList, expect, phone, settled, test } from "./journey.ts";
import { listen } from "./listen.ts";

const chooseSquare = (page: Page) => chooseInList(page, "Stortorget", "Stortorget");

/** Presses Tab until what is called so has the focus; how many times. */
async function tabTo(page: Page, name: RegExp): Promise<number> {
  for (let presses = 0; presses < 60; presses++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement)
        return element.labels?.[0]?.textContent ?? "";
      // Not the heading of a new step, which may be called as its button is.
      return element instanceof HTMLButtonElement
        ? element.textContent
        : (element?.getAttribute("aria-label") ?? "");
    });
    if (name.test(focused)) return presses;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${name}`);
}

/** From the second step to the receipt, by keyboard; how many keys. */
async function finishByKeyboard(page: Page): Promise<number> {
  let keys = 0;
  for (const [choice, key] of [
    [/^Otryggt$/, "Space"],
    [/Dålig belysning/, "Space"],
    [/^Mörkt$/, "Space"],
    [/^Nästa$/, "Enter"],
    [/^Skicka$/, "Enter"],
  ] as const) {
    keys += (await tabTo(page, choice)) + 1;
    await page.keyboard.press(key);
  }
  await expect(page.getByRole("heading", { name: "Tack. Rapporten är sparad." })).toBeVisible();
  return keys;
}

/** How much of the map has a colour, where no panel lies over it. */
async function countPixels(page: Page, colour: string): Promise<number> {
  const shot = await page.screenshot({ clip: { x: 400, y: 120, width: 900, height: 560 } });
  return page.evaluate(
    async ([png, wanted]) => {
      const image = await createImageBitmap(
        new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))]),
      );
      const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
      pen?.drawImage(image, 0, 0);
      const { data } = pen?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
      let count = 0;
      for (let at = 0; at < data.length; at += 4)
        if (wanted === (((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0)))
          count += 1;
      return count;
    },
    [shot.toString("base64"), Number.parseInt(colour.slice(1), 16)] as const,
  );
}

/** Goes through the form to its last step. */
async function writeReport(page: Page): Promise<void> {
  await page.goto("/rapportera");
  await chooseSquare(page);
  await page.getByRole("button", { name: "Nästa" }).click();
  await page.getByRole("radio", { name: "Otryggt", exact: true }).check();
  await page.getByRole("checkbox", { name: "Folktomt" }).check();
  await page.getByRole("checkbox", { name: "Nätter", exact: true }).check();
  await page.getByRole("button", { name: "Nästa" }).click();
  await expect(page.getByRole("heading", { name: "Stämmer det här?" })).toBeVisible();
}

test.describe("a resident", () => {
  test("turns layers on and off, each with what it may not be used for", async ({ page, picture }) => {
    await page.goto("/");
    const layers = page.getByRole("list", { name: "Visa på kartan" });
    await expect(layers.getByText("Visar hur människor känner, inte var brott sker.")).toBeVisible();
    await expect(layers.getByText("Skiss, inte beslutsunderlag")).toBeVisible();
    await layers.getByRole("switch", { name: "Närvaro" }).check();
    await expect(layers.getByText("Det säger inte att platsen är trygg")).toBeVisible();
    await expect(page).toHaveURL(/layers=unsafe\.safe\.patrols\.light/);
    await picture(page, "karta-wide-day");
    await layers.getByRole("switch", { name: "Rapporterad otrygghet" }).uncheck();
    await expect(page).toHaveURL(/layers=safe\.patrols\.light/);
    await expect(page.getByText("Schematisk karta – ungefärliga lägen")).toBeVisible();
  });

  test("sees where it feels safe beside where it does not, as hearts and in words", async ({ page }) => {
    await page.goto("/#clock=fri-13-11&layers=safe");
    await expect(page.getByText("Hjärtan visar var det känns tryggt på dagen.")).toBeVisible();
    await expect(page.getByText("inte att platsen är otrygg")).toBeVisible();
    // The colour of the hearts by day, which nothing else on this map has.
    await settled(page);
    await expect.poll(() => countPixels(page, "#1e6152")).toBeGreaterThan(300);
    await page.getByText("Samma siffror som lista").click();
    await expect(page.getByRole("button", { name: /^Stortorget/ })).toContainText(/Tryggt: \d/);
    await page.getByRole("switch", { name: "Rapporterad trygghet" }).uncheck();
    await settled(page);
    await expect.poll(() => countPixels(page, "#1e6152")).toBe(0);
  });

  test("turns the clock, and the map follows the darkness of that hour", async ({ page, picture }) => {
    await page.goto("/#clock=fri-13-6");
    const clock = page.getByRole("region", { name: "Klocka" });
    await expect(clock.getByText("fredag kl. 13, juni")).toBeVisible();
    await expect(page.getByText("Kartan visar dagtid.")).toBeVisible();
    await clock.getByLabel("Månad").selectOption("november");
    await clock.getByLabel("Timme").fill("23");
    await expect(clock.getByText("Mörkt ute")).toBeVisible();
    await expect(page.getByText("Kartan visar när det är mörkt.")).toBeVisible();
    await expect(page).toHaveURL(/clock=fri-23-11/);
    await picture(page, "karta-klocka-wide-day");
    await clock.getByRole("button", { name: "Nu" }).click();
    await expect(page).not.toHaveURL(/clock=/);
  });

  test("reads an area from the list, where the map would be of no help", async ({ page, picture }) => {
    await page.goto("/#clock=fri-23-11");
    await page.getByText("Samma siffror som lista").click();
    await page.getByRole("button", { name: /^Hamnparken/ }).click();
    const card = page.locator("section", { has: page.getByRole("heading", { name: "Hamnparken" }) });
    await expect(card.getByText("Laga gångvägens belysning i Hamnparken")).toBeVisible();
    await expect(card.getByRole("row", { name: /Otryggt/ })).toContainText(/färre än 5(40–79|80\+)/);
    await expect(card.getByRole("link", { name: "Rapportera här" })).toHaveAttribute(
      "href",
      "/rapportera?area=hamnparken",
    );
    await expect(card.getByRole("link", { name: "Allt om platsen" })).toHaveAttribute(
      "href",
      "/plats/hamnparken",
    );
    await picture(page, "karta-omrade-wide-day");
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
  });

  test("finds an area in the list by a crossing that was misspelled", async ({ page, picture }) => {
    await page.goto("/#clock=fri-23-11");
    await page.getByText("Samma siffror som lista").click();
    const field = page.getByRole("combobox", { name: "Sök gata, korsning eller plats" });
    await field.fill("xyzzy");
    await expect(page.getByText("Ingen plats hittad.").last()).toBeVisible();
    await field.fill("drotninggatan radhusgatan");
    await expect(page.getByRole("option", { name: "Drottninggatan / Rådhusgatan" })).toBeVisible();
    await picture(page, "karta-lista-sok-wide-day");
    await field.press("ArrowDown");
    await field.press("Enter");
    await expect(page.getByRole("heading", { name: "Drottninggatan, gågatan" })).toBeVisible();
    await expect(page).toHaveURL(/selected=drottninggatan-mellersta/);
  });

  test("pins an unsafe place on a phone, gets a receipt and follows it", async ({
    page,
    browser,
    picture,
  }) => {
    await page.setViewportSize(phone);
    await page.goto("/rapportera");
    await expect(page.getByRole("link", { name: "112", exact: true })).toBeVisible();
    await expect(page.getByText("Ingen kommer hit för att du skickar.")).toBeVisible();
    await picture(page, "rapportera-1-phone-day");
    await page.getByLabel("Sök gata, korsning eller plats").fill("hamnpark");
    await page
      .getByRole("listbox", { name: "Förslag" })
      .getByRole("option", { name: /^Hamnparken/ })
      .click();
    await expect(page.getByText("Vald plats: Hamnparken")).toBeVisible();
    await page.getByRole("button", { name: "Nästa" }).click();

    await expect(page.getByRole("heading", { name: "Vad och när?" })).toBeFocused();
    await page.getByRole("radio", { name: "Otryggt", exact: true }).check();
    for (const name of ["Släckt lampa", "Folktomt", "Kvällar"])
      await page.getByRole("checkbox", { name }).check();
    await expect(page.getByText("2 av 6")).toBeVisible();
    await expect(page.getByText("Flera känner så här i området Hamnparken när det är mörkt.")).toBeVisible();
    await expect(page.getByText("25 m bort: ska lysa.")).toBeVisible();
    await page.getByRole("radio", { name: "Mörkt" }).check();
    await picture(page, "rapportera-2-phone-day");
    await page.getByRole("button", { name: "Nästa" }).click();

    await expect(page.getByText("Otryggt: Släckt lampa, Folktomt")).toBeVisible();
    await picture(page, "rapportera-3-phone-day");
    await page.getByRole("button", { name: "Skicka" }).click();
    await expect(page.getByRole("heading", { name: "Tack. Rapporten är sparad." })).toBeVisible();
    const code = (await page.locator("p[aria-labelledby=code]").innerText()).trim();
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await picture(page, "rapportera-kvitto-phone-day");

    await page.getByRole("link", { name: "Följ rapporten" }).click();
    await expect(page.getByText("Din rapport om Hamnparken")).toBeVisible();
    await expect(page.getByText("Laga gångvägens belysning i Hamnparken")).toBeVisible();
    expect(page.url(), "the code does not stay in the address").not.toContain(code.slice(0, 4));
    await picture(page, "kvitto-phone-day");

    // The person's own mark is on their own map and on nobody else's.
    await page.goto("/");
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem("own-pin"))).not.toBeNull();
    await picture(page, "karta-egen-markering-phone-day");
    const other = await browser.newPage();
    await other.goto(page.url());
    expect(await other.evaluate(() => sessionStorage.getItem("own-pin"))).toBeNull();
    await other.close();

    await page.goto("/kvitto");
    await page.getByLabel("Kod").fill(code.toLowerCase().replaceAll("-", " "));
    await page.getByRole("button", { name: "Visa" }).click();
    await page.getByText("Ta tillbaka rapporten").click();
    await page.getByRole("button", { name: "Ja, ta bort den" }).click();
    await expect(page.getByText("Rapporten är borttagen")).toBeVisible();
  });

  test("is told of the lamps nearby when one is out, without telling where", async ({ page }) => {
    await page.goto("/rapportera");
    await chooseInList(page, "Norreport", "Gamla stationen");
    await page.getByRole("button", { name: "Nästa" }).click();
    await page.getByRole("radio", { name: "Otryggt", exact: true }).check();
    await expect(page.getByText("Felanmälan till kommunen")).toBeHidden();
    const asked = page.waitForRequest(/layers\.lighting/);
    await page.getByRole("checkbox", { name: "Släckt lampa" }).check();
    const request = await asked;
    expect(new URL(request.url()).search + (request.postData() ?? "")).toBe("");
    await expect(page.getByText("Vi känner inte till någon lampa inom 40 meter.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Felanmälan till kommunen" })).toBeVisible();
    await page.getByRole("button", { name: "Tillbaka" }).click();
    await chooseInList(page, "Östra piren", "Campus");
    await page.getByRole("button", { name: "Nästa" }).click();
    await expect(page.getByText("En fastighetsägare äger lampan, inte kommunen.")).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
    const [map] = await Promise.all([
      page.waitForEvent("popup"),
      page.getByRole("link", { name: "Se lamporna på kartan i en ny flik" }).click(),
    ]);
    await expect(map.getByRole("switch", { name: "Belysning" })).toBeChecked();
    await map.close();
  });

  test("reads what others feel only about the feeling that was chosen", async ({ page }) => {
    await page.goto("/rapportera");
    await chooseInList(page, "Norreport", "Gamla stationen");
    await page.getByRole("button", { name: "Nästa" }).click();
    const sentence = page.getByText(/Flera känner så här i området/);
    await expect(sentence).toBeHidden();
    await page.getByRole("radio", { name: "Otryggt", exact: true }).check();
    await expect(sentence).toHaveText(/både i dagsljus och i mörker/);
    // Of safety the release hides both bands there.
    await page.getByRole("radio", { name: "Tryggt", exact: true }).check();
    await expect(sentence).toBeHidden();
  });

  test("says who they are if they like, apart from the report, and keeps the code in many ways", async ({
    page,
    context,
    picture,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.setViewportSize(phone);
    const stored = await openStoredReports();
    const before = await stored.senders("65-79", "woman");
    await writeReport(page);
    await expect(page.getByLabel("Ålder")).toHaveValue("");
    await page.getByLabel("Ålder").selectOption("65–79 år");
    await page.getByLabel("Kön").selectOption("Kvinna");
    await page.goBack();
    await page.goForward();
    await expect(page.getByLabel("Ålder")).toHaveValue("65-79");
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, "rapportera-3-fragor-phone-day");
    const [report, sender] = await Promise.all([
      page.waitForRequest(/reports\.submit/),
      page.waitForRequest(/reports\.countSender/),
      page.getByRole("button", { name: "Skicka" }).click(),
    ]);
    expect(report.postData()).not.toContain("65-79");
    expect(sender.postDataJSON()).toEqual({ age: "65-79", gender: "woman" });
    await expect(page.getByRole("heading", { name: "Tack. Rapporten är sparad." })).toBeVisible();
    await expect.poll(() => stored.senders("65-79", "woman")).toBe(before + 1);
    await stored.close();

    const code = (await page.locator("p[aria-labelledby=code]").innerText()).trim();
    await page.getByRole("button", { name: "Kopiera koden" }).click();
    await expect(page.getByText("Koden är kopierad.")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    await expect(page.getByRole("img", { name: "QR-kod med länken till kvittot" })).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    for (const role of ["button", "link"] as const) await expect(page.getByRole(role)).toHaveCount(0);
    await expect(page.getByRole("img", { name: "QR-kod med länken till kvittot" })).toBeVisible();
    await picture(page, "rapportera-kvitto-papper-phone-day");
  });

  test("is told to write the code down where the browser does not copy", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await writeReport(page);
    await page.getByRole("button", { name: "Skicka" }).click();
    await page.getByRole("button", { name: "Kopiera koden" }).click();
    await expect(page.getByText("Skriv av koden i stället.")).toBeVisible();
  });

  test("changes a report: the old one stands until the new one is sent", async ({ page, picture }) => {
    await page.setViewportSize(phone);
    await writeReport(page);
    await page.getByRole("button", { name: "Skicka" }).click();
    const code = page.locator("p[aria-labelledby=code]");
    const old = (await code.innerText()).trim();
    await page.getByRole("link", { name: "Följ rapporten" }).click();
    await page.getByText("Visa som QR-kod").click();
    await expect(page.getByRole("img", { name: "QR-kod med länken till kvittot" })).toBeVisible();
    await picture(page, "kvitto-qr-phone-day");
    await page.getByText("Ändra rapporten").click();
    await page.getByRole("button", { name: "Fyll i en ny rapport" }).click();
    await expect(page.getByText("Den gamla gäller tills du har skickat den här.")).toBeVisible();
    await chooseInList(page, "Östra piren", "Campus");
    await page.getByRole("button", { name: "Nästa" }).click();
    await page.getByRole("radio", { name: "Tryggt", exact: true }).check();
    await page.getByRole("checkbox", { name: "Folk i rörelse" }).check();
    await page.getByRole("radio", { name: "Ljust" }).check();
    await page.getByRole("button", { name: "Nästa" }).click();
    await expect(page.getByRole("heading", { name: "Stämmer det här?" })).toBeVisible();
    await expect(page.getByLabel("Ålder")).toHaveCount(0);
    await page.getByRole("button", { name: "Skicka" }).click();
    await expect(code).not.toHaveText(old);
    await page.goto(`/kvitto#${old}`);
    await expect(page.getByText("Rapporten är borttagen")).toBeVisible();
  });

  test("says how it feels after a measure, once", async ({ page, request, picture }) => {
    await page.setViewportSize(phone);
    await writeReport(page);
    await page.getByRole("button", { name: "Skicka" }).click();
    await expect(page.getByRole("heading", { name: "Tack. Rapporten är sparad." })).toBeVisible();
    await request.post("/trpc/accounts.signIn", {
      data: { email: "planerare@demo.local", password: "demo-karlshamn" },
    });
    const title = "Torget är upplyst";
    const saved = await request.post("/trpc/measures.save", {
      data: { kind: "light", area: "stortorget", title, state: "done", publicText: "Nya lampor på torget." },
    });
    expect(saved.ok()).toBe(true);
    await page.getByRole("link", { name: "Följ rapporten" }).click();
    await expect(page.getByText("Din rapport kom in.")).toBeVisible();
    const news = page.getByRole("listitem").filter({ hasText: title });
    await expect(news.getByRole("group", { name: "Hur känns det där nu?" })).toBeVisible();
    await picture(page, "kvitto-fraga-phone-day");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 844 });
    expect(await beyondWindow(page)).toEqual([]);
    await news.getByRole("button", { name: "Bättre" }).click();
    await expect(page.getByText("Tack. Ditt svar är räknat.")).toBeVisible();
    await expect(news.getByRole("group")).toBeHidden();
    const list = await (await request.post("/trpc/measures.list")).text();
    expect(list).toContain('"answers":{"better":1,"same":0,"worse":0}');
  });

  test("is told in words what is missing, and keeps what was chosen", async ({ page }) => {
    await page.goto("/rapportera");
    await page.getByRole("button", { name: "Nästa" }).click();
    await expect(page.getByRole("alert")).toContainText("Välj en plats först.");
    await chooseSquare(page);
    await page.getByRole("button", { name: "Nästa" }).click();
    await page.getByRole("button", { name: "Nästa" }).click();
    await expect(page.getByRole("alert")).toContainText("Välj om det känns otryggt eller tryggt.");
    await page.getByRole("radio", { name: "Tryggt", exact: true }).check();
    await page.getByRole("button", { name: "Nästa" }).click();
    await expect(page.getByRole("alert")).toContainText("Välj minst en orsak.");
    await page.getByRole("link", { name: "Välj om det gäller ljust eller mörkt." }).click();
    await page.keyboard.press("Space");
    await page.getByRole("checkbox", { name: "Folk i rörelse" }).check();
    await page.getByRole("button", { name: "Nästa" }).click();
    await page.getByRole("button", { name: "Tillbaka" }).click();
    await expect(page.getByRole("checkbox", { name: "Folk i rörelse" })).toBeChecked();
  });

  test("is suggested the light of the chosen time, and asked when the two do not go together", async ({
    page,
  }) => {
    await writeReport(page);
    await expect(page.getByText("Nätter · Mörkt")).toBeVisible();
    await page.getByLabel("Ålder").selectOption("30–44 år");
    await page.getByRole("button", { name: "Tillbaka" }).click();
    await page.getByRole("radio", { name: "Ljust" }).check();
    await expect(page.getByText("Du valde ”Nätter” och ”Ljust”. Stämmer det?")).toBeVisible();
    await page.getByRole("radio", { name: "Båda" }).check();
    await expect(page.getByText("Stämmer det?")).toHaveCount(0);
  });

  test("reports by keyboard alone: by the sight on the map, told in words", async ({ page, picture }) => {
    const said = await listen(page);
    await page.goto("/rapportera");
    await page.getByRole("button", { name: "Karta" }).focus();
    await page.keyboard.press("Enter");
    const map = page.getByRole("application", { name: "Karta med sikte" });
    await expect(map).toBeVisible();
    await expect(map).toHaveAccessibleDescription(/flytta siktet med pilarna/);
    await expect.poll(async () => (await said()).at(-1)).toMatch(/^I siktet: /);
    const first = (await said()).at(-1);
    let keys = 1 + (await tabTo(page, /^Karta med sikte$/));
    for (const key of ["+", "ArrowUp", "ArrowLeft"]) {
      await page.keyboard.press(key);
      keys += 1;
      // A key pressed while the map still moves would begin from where it happens to be.
      await page.waitForTimeout(500);
    }
    // Until what the last key led to has been told.
    await expect.poll(async () => (await said()).at(-1)).not.toBe(first);
    await page.waitForTimeout(1000);
    const told = (await said()).at(-1)?.replace("I siktet: ", "") ?? "";
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await said()).at(-1)).toBe(`Vald plats: ${told}`);
    await page.waitForTimeout(1500);
    expect((await said()).filter((words) => words.startsWith("Vald plats"))).toHaveLength(1);
    expect((await said()).at(-1), "nothing more is said of it").toBe(`Vald plats: ${told}`);
    await picture(page, "rapportera-sikte-wide-day");
    keys += 1 + (await tabTo(page, /^Nästa$/)) + 1;
    expect(keys).toBeLessThanOrEqual(25);
    await page.keyboard.press("Enter");
    await finishByKeyboard(page);
  });

  test("presses the map instead of naming a place", async ({ page, picture }) => {
    await page.goto("/rapportera");
    await page.getByRole("button", { name: "Karta" }).click();
    const map = page.getByRole("region", { name: "Karta med sikte" });
    await expect(map.locator("canvas")).toBeVisible();
    await page.waitForTimeout(1500);
    await map.locator("canvas").click({ position: { x: 180, y: 170 } });
    await expect(page.getByText(/Vald plats: (nära|korsningen) /)).toBeVisible();
    expect(page.url(), "where somebody looks is not kept in the address").not.toContain("#");
    await picture(page, "rapportera-karta-wide-day");
  });
});

test.describe("a resident on the spot", () => {
  test.use({
    viewport: phone,
    permissions: ["geolocation"],
    geolocation: { longitude: 14.8622, latitude: 56.17, accuracy: 73 },
  });

  test("reports from where they stand in seven taps, and is told how sure the position is", async ({
    page,
    picture,
  }) => {
    let taps = 0;
    const tap = (name: string, role: "button" | "radio" | "checkbox" = "button") => {
      taps += 1;
      return role === "button"
        ? page.getByRole(role, { name, exact: true }).click()
        : page.getByRole(role, { name, exact: true }).check();
    };
    await page.goto("/rapportera");
    await tap("Min position");
    await expect(
      page.getByText(/Vald plats: nära Drottninggatan, mellan .* och .*\. Läget kan vara fel på 80 meter\./),
    ).toBeVisible();
    await picture(page, "rapportera-min-position-phone-day");
    await tap("Nästa");
    await tap("Otryggt", "radio");
    await tap("Folktomt", "checkbox");
    await tap("Nätter", "checkbox");
    await tap("Nästa");
    await tap("Skicka");
    await expect(page.getByRole("heading", { name: "Tack. Rapporten är sparad." })).toBeVisible();
    expect(taps).toBeLessThanOrEqual(8);
  });

  test("is told when they stand outside the centre, and keeps what was chosen before", async ({
    page,
    context,
  }) => {
    await page.goto("/rapportera");
    await chooseSquare(page);
    await context.setGeolocation({ longitude: 14.9, latitude: 56.17, accuracy: 10 });
    await page.getByRole("button", { name: "Min position" }).click();
    await expect(page.getByRole("alert")).toHaveText(
      "Den positionen ligger utanför kartans område i centrum.",
    );
    await expect(page.getByText("Vald plats: Stortorget")).toBeVisible();
  });

  test("moves a place ten metres at a time, whichever way it was chosen", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto("/rapportera");
    await chooseSquare(page);
    await page.getByRole("button", { name: "Norrut" }).click();
    await page.getByRole("button", { name: "Norrut" }).click();
    await page.getByRole("button", { name: "Västerut" }).click();
    await expect(page.getByText("Flyttad 20 m norrut, 10 m västerut.")).toBeVisible();
    for (const name of ["Söderut", "Söderut", "Österut"]) await page.getByRole("button", { name }).click();
    await expect(page.getByText("Tillbaka där du började.")).toBeVisible();
    expect(await beyondWindow(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    for (const button of await page
      .getByRole("toolbar", { name: "Flytta 10 meter" })
      .getByRole("button")
      .all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });
});

test.describe("a resident's report", () => {
  test.use({ viewport: phone });

  test("turns its steps with Back and Forward, and survives a reload with its receipt", async ({ page }) => {
    await page.goto("/rapportera");
    await chooseSquare(page);
    await page.getByRole("button", { name: "Nästa" }).click();
    await page.getByRole("radio", { name: "Otryggt", exact: true }).check();
    await page.getByRole("checkbox", { name: "Folktomt" }).check();
    await page.goBack();
    await expect(page.getByText("Vald plats: Stortorget")).toBeVisible();
    await page.goForward();
    await expect(page.getByRole("checkbox", { name: "Folktomt" })).toBeChecked();
    await page.reload();
    await expect(page.getByRole("checkbox", { name: "Folktomt" })).toBeChecked();
    await page.getByRole("checkbox", { name: "Nätter", exact: true }).check();
    await page.getByRole("button", { name: "Nästa" }).click();
    await page.getByRole("button", { name: "Skicka" }).click();
    const code = page.locator("p[aria-labelledby=code]");
    const receipt = await code.innerText();
    await page.reload();
    await expect(code).toHaveText(receipt);
    await page.getByRole("link", { name: "Rapportera en plats till" }).click();
    await expect(page.getByRole("heading", { name: "Var?" })).toBeVisible();
    await expect(page.getByText(/Vald plats/)).toBeHidden();
  });

  test("gives its receipt where the browser keeps nothing", async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("The operation is insecure.", "SecurityError");
          },
        });
    });
    await writeReport(page);
    await page.getByRole("button", { name: "Skicka" }).click();
    await expect(page.getByRole("heading", { name: "Tack. Rapporten är sparad." })).toBeVisible();
    await page.goto("/");
    await expect(page.getByText("Rapporterad otrygghet")).toBeVisible();
  });

  test("is asked for by its code, and a link that holds no code is told so", async ({ page }) => {
    await page.goto("/kvitto#%");
    await expect(page.getByText("Koden ska ha tolv tecken")).toBeVisible();
    await page.getByLabel("Kod").fill("2222-2222-2222");
    await page.getByRole("button", { name: "Visa" }).click();
    await expect(page.getByText("Det finns ingen rapport med den koden.")).toBeVisible();
  });
});

test.describe("a resident without script", () => {
  test.use({ javaScriptEnabled: false });

  test("chooses a part of a street from the list, one step at a time", async ({ page, picture }) => {
    await page.goto("/rapportera");
    const next = page.getByRole("button", { name: "Visa fler val" });
    await page.getByLabel("Eller välj i listan: område").selectOption("Stortorget");
    await next.click();
    await page.getByLabel("Gata eller plats", { exact: true }).selectOption("Kungsgatan");
    await next.click();
    await expect(page.getByText("Välj en plats först.")).toHaveCount(0);
    await page.getByLabel("Del av gatan").selectOption("mellan Ronnebygatan och Rådhusgatan");
    await picture(page, "rapportera-lista-utan-skript-wide-day");
    await page.getByRole("button", { name: "Nästa" }).click();
    await page.getByRole("radio", { name: "Otryggt", exact: true }).check();
    await page.getByRole("checkbox", { name: "Folktomt" }).check();
    await page.getByRole("checkbox", { name: "Nätter", exact: true }).check();
    await page.getByRole("button", { name: "Nästa" }).click();
    await expect(page.getByText("Kungsgatan, mellan Ronnebygatan och Rådhusgatan")).toBeVisible();
    await page.getByRole("button", { name: "Skicka" }).click();
    await expect(page.getByRole("heading", { name: "Tack. Rapporten är sparad." })).toBeVisible();
  });

  test("is shown nothing of an area that is no longer chosen", async ({ page }) => {
    await page.goto("/rapportera");
    const area = page.getByLabel("Eller välj i listan: område");
    const next = page.getByRole("button", { name: "Visa fler val" });
    await area.selectOption("Hamnparken");
    await next.click();
    await page.getByLabel("Gata eller plats", { exact: true }).selectOption("Hamnparken");
    await next.click();
    await expect(page.getByText("Vald plats: Hamnparken")).toBeVisible();
    await area.selectOption("Norreport");
    await next.click();
    await expect(page.getByText(/Vald plats/)).toHaveCount(0);
    await page.getByRole("button", { name: "Nästa" }).click();
    await expect(page.getByRole("alert")).toContainText("Välj en plats först.");
  });

  test("reports with the same three steps and follows the receipt", async ({ page, picture }) => {
    await page.goto("/rapportera?area=ostra-piren");
    await page.getByLabel("Gata eller plats", { exact: true }).selectOption("Östra piren");
    await page.getByRole("button", { name: "Nästa" }).click();
    await page.getByRole("radio", { name: "Otryggt", exact: true }).check();
    await expect(page.getByText("Flera känner så här i området Östra piren när det är mörkt.")).toBeVisible();
    const lamp = page.getByText("En fastighetsägare äger lampan, inte kommunen.");
    await expect(lamp).toBeHidden();
    await page.getByRole("checkbox", { name: "Släckt lampa" }).check();
    await expect(lamp).toBeVisible();
    await page.getByRole("checkbox", { name: "Släckt lampa" }).uncheck();
    await page.getByRole("checkbox", { name: "Folktomt" }).check();
    await page.getByRole("checkbox", { name: "Nätter", exact: true }).check();
    await page.getByRole("button", { name: "Nästa" }).click();
    await expect(page.getByText("Östra piren")).toBeVisible();
    await expect(page.getByText("Nätter · Mörkt")).toBeVisible();
    await page.getByRole("button", { name: "Skicka" }).click();
    await expect(page.getByRole("heading", { name: "Tack. Rapporten är sparad." })).toBeVisible();
    const code = (await page.locator("p[aria-labelledby=code]").innerText()).trim();
    const qr = page.getByRole("img", { name: "QR-kod med länken till kvittot" });
    await expect(qr).toBeVisible();
    await expect(page.getByText("Eller skriv koden på 127.0.0.1")).toBeVisible();
    await expect(page.getByRole("button", { name: "Kopiera koden" })).toBeHidden();
    await picture(page, "rapportera-utan-skript-wide-day");
    await page.goto("/kvitto");
    await page.getByLabel("Kod").fill(code);
    await page.getByRole("button", { name: "Visa" }).click();
    await page.getByText("Visa som QR-kod").click();
    await expect(qr).toBeVisible();
    await expect(page.getByText("Din rapport om Östra piren")).toBeVisible();
    await expect(page.getByText("Din rapport kom in.")).toBeVisible();
    await page.getByText("Ändra rapporten").click();
    await page.getByRole("button", { name: "Fyll i en ny rapport" }).click();
    await expect(page.getByText("Den gamla gäller tills du har skickat den här.")).toBeVisible();
  });
});
