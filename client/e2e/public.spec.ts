import { readFile } from "node:fs/promises";
import { accessibilityFaults, beyondWindow, expect, looks, phone, settled, test } from "./journey.ts";

const pages = [
  ["karta", "/#clock=fri-23-11&layers=unsafe.patrols.light"],
  ["rapportera", "/rapportera"],
  ["loftet", "/loftet"],
  ["lagesbild", "/lagesbild"],
  ["platser", "/platser"],
  ["plats", "/plats/agatan-norra"],
  ["kvitto", "/kvitto"],
  ["om", "/om"],
  ["integritet", "/integritet"],
  ["tillganglighet", "/tillganglighet"],
  ["logga-in", "/logga-in"],
  ["finns-inte", "/finns-inte"],
] as const;

test.describe("anybody", () => {
  test("opens Löftet: twelve commitments, each with status and source", async ({ page }) => {
    await page.goto("/loftet");
    const commitments = page.locator("ol > li[id]");
    await expect(commitments).toHaveCount(12);
    for (const commitment of await commitments.all()) {
      await expect(commitment).toContainText(/Hållet|I fas|Efter|Inte hållet|Går inte att säga/);
      await commitment.getByText("Så står det i löftet").click();
      expect((await commitment.locator("blockquote").innerText()).length).toBeGreaterThan(30);
    }
    await expect(page.locator("#joint-presence")).toContainText("4 av 5 månader");
    await expect(page.locator("#police-presence")).toContainText("av 200");
  });

  test("comes from a commitment to the place that it is about", async ({ page }) => {
    await page.goto("/loftet");
    const card = page.locator("#square-lighting");
    await card.getByRole("link", { name: "Allt om Stortorget" }).click();
    await expect(page).toHaveURL(/\/plats\/stortorget$/);
  });

  test("takes the released figures home, and reads what they are worth", async ({ page }) => {
    await page.goto("/lagesbild");
    const releases = page.getByRole("heading", { name: "Alla publiceringar" }).locator("..");
    const [table] = await Promise.all([
      page.waitForEvent("download"),
      releases.getByRole("link", { name: "unsafe-places.csv" }).click(),
    ]);
    expect(table.suggestedFilename()).toMatch(/^reports-2026-\d\d-\d\d-[0-9a-f]{8}-unsafe-places\.csv$/);
    const text = await readFile(await table.path(), "utf8");
    expect(text).toMatch(/^area,name_sv,name_en,band,feeling,voices,at_least,at_most\r\nstortorget,/);
    await page.goto("/integritet");
    await expect(page.getByText(/ingen av \d+ dolda siffror gick att räkna ut/)).toBeVisible();
    await expect(page.getByText("24 månader från dagen de kom in")).toBeVisible();
  });

  test("reads the product in English, and it stays so", async ({ page }) => {
    await page.goto("/loftet");
    await page.getByText("Språk: Svenska").click();
    await page.getByRole("link", { name: "English" }).click();
    await expect(page.getByRole("heading", { name: "Citizen promise 2026" })).toBeVisible();
    await page.goto("/rapportera");
    await expect(page.getByRole("heading", { name: "How does it feel here?" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.getByText("Language: English").click();
    await page.getByRole("link", { name: "Lättläst svenska" }).click();
    await expect(page.getByText("Ingen kommer hit när du skickar.")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "sv-simple");
    await page.reload();
    await page.getByText("Språk: Lättläst svenska").click();
    await page.getByRole("link", { name: "Svenska", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Hur känns det här?" })).toBeVisible();
  });

  test("is told that the demonstration is invented, on every page", async ({ page }) => {
    for (const [, path] of pages) {
      await page.goto(path);
      await expect(page.getByText("Alla rapporter, lampor och åtgärder är påhittade.")).toBeVisible();
    }
  });

  test("comes from the map to the list in three keystrokes, to a place, and on to report", async ({
    page,
  }) => {
    await page.goto("/");
    await settled(page);
    for (const key of ["Tab", "Tab", "Enter"]) await page.keyboard.press(key);
    await expect(page.getByRole("heading", { name: "Alla platser", level: 1 })).toBeVisible();
    const rows = page.getByRole("main").getByRole("listitem");
    await expect(rows).toHaveCount(18);
    await page.getByLabel("Sök plats").fill("hamnparken");
    await expect(rows).toHaveCount(1);
    await expect(page.getByRole("status")).toHaveText("1 plats.");
    // One of the two is chosen by the hour at which this runs.
    await page.getByRole("radio", { name: "I dagsljus" }).check();
    await page.getByRole("radio", { name: "I mörker" }).check();
    await page.getByRole("radio", { name: "Otryggt" }).check();
    await expect(page).toHaveURL(/#light=dark&feeling=unsafe$/);
    await expect(rows).toContainText("I mörker säger 40–79 röster otryggt.");
    await rows.getByRole("link", { name: "Hamnparken" }).click();
    await expect(page).toHaveURL(/\/plats\/hamnparken$/);
    await expect(page).toHaveTitle("Hamnparken – Trygghetskartan");
    const main = page.getByRole("main");
    await expect(main.getByRole("row", { name: "Otryggt färre än 5 40–79" })).toBeVisible();
    await expect(main.getByText("Laga gångvägens belysning i Hamnparken")).toBeVisible();
    await expect(main.getByText("3 är trasiga")).toBeVisible();
    await expect(main.getByRole("columnheader", { name: "Vecka" })).toBeVisible();
    await main.getByRole("link", { name: "Rapportera här" }).click();
    await expect(page.getByRole("heading", { name: "Hur känns det här?" })).toBeVisible();
    await expect(page.getByLabel("Eller välj i listan: område")).toHaveValue("hamnparken");
    await page.getByLabel("Gata eller plats", { exact: true }).selectOption("Hamnparken");
    await expect(page.getByText("Vald plats: Hamnparken")).toBeVisible();
  });

  test("has the list by name until it asks for another order, and tells nobody where it is", async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["geolocation"]);
    await context.setGeolocation({ latitude: 56.1649, longitude: 14.8692 });
    await page.goto("/platser");
    const names = page.getByRole("main").getByRole("listitem").getByRole("heading");
    await expect(names.first()).toHaveText("Drottninggatan, gågatan");
    await page.getByRole("radio", { name: "Åtgärder" }).check();
    // Other journeys add measures: whatever there are, those with most stand first.
    const measures = async () => {
      const rows = await page.getByRole("main").getByRole("listitem").allInnerTexts();
      return rows.map((row) => Number(/(\d+) åtgärd/.exec(row)?.[1] ?? 0));
    };
    await expect.poll(async () => (await measures())[0]).toBeGreaterThan(1);
    const counts = await measures();
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.getByRole("radio", { name: "Avstånd" }).check();
    await page.getByRole("button", { name: "Använd min position" }).click();
    await expect(names.first()).toHaveText("Hamnparken");
    await expect(page.getByText("Närmast dig först. Din position lämnar inte sidan.")).toBeVisible();
    expect(asked).toEqual([]);
    await context.clearPermissions();
    await page.reload();
    await page.getByRole("radio", { name: "Avstånd" }).check();
    await page.getByRole("button", { name: "Använd min position" }).click();
    await expect(page.getByText("Vi hittar inte var du är.")).toBeVisible();
    await expect(names.first()).toHaveText("Drottninggatan, gågatan");
  });

  test("is told of a place that the town does not have", async ({ page }) => {
    expect((await page.goto("/plats/finns-inte"))?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "Sidan finns inte" })).toBeVisible();
  });

  test("may go where there is nothing, and is told so", async ({ page }) => {
    const response = await page.goto("/finns-inte");
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "Sidan finns inte" })).toBeVisible();
  });
});

for (const javaScriptEnabled of [true, false])
  test.describe(`anybody ${javaScriptEnabled ? "with" : "without"} script on /tillganglighet`, () => {
    test.use({ javaScriptEnabled });

    test("reads who answers and what falls short, and writes what does not work", async ({ page }) => {
      await page.goto("/tillganglighet");
      const main = page.getByRole("main");
      await expect(main.getByText(/^Delvis förenlig med lagen/)).toBeVisible();
      for (const title of ["Det här brister", /\(12 §\)/, /\(9 §\)/, "Så har vi prövat"])
        await expect(main.getByRole("heading", { name: title })).toBeVisible();
      await expect(main.getByRole("link", { name: /till Digg/ })).toHaveAttribute(
        "href",
        "https://www.digg.se/tdosanmalan",
      );
      await main.getByLabel("Vilken sida gäller det?").selectOption("Löftet");
      const text = main.getByLabel("Vad fungerar inte?");
      await text.fill("Nej");
      await main.getByRole("button", { name: "Skicka" }).click();
      await expect(main.getByText("Det gick inte att skicka")).toBeVisible();
      const wrong = /Skriv mellan \d+ och 1000 tecken om vad som inte fungerar\./;
      await expect(main.getByRole("link", { name: wrong })).toHaveAttribute("href", "#note-text");
      await expect(text).toHaveValue("Nej");
      await expect(text).toHaveAccessibleDescription(wrong);
      // Said once: with the field, which has the focus, and not by itself as well.
      await expect(main.getByRole("alert")).toHaveCount(0);
      if (javaScriptEnabled) await expect(text).toBeFocused();
      await expect(main.getByLabel("Vilken sida gäller det?")).toHaveValue("/loftet");
      await text.fill("Min skärmläsare läser inte upp diagrammet.");
      await main.getByRole("button", { name: "Skicka" }).click();
      await expect(main.getByRole("heading", { name: "Tack, det har kommit fram" })).toBeVisible();
      await page.request.post("/trpc/accounts.signIn", {
        data: { email: "samordnare@demo.local", password: "demo-karlshamn" },
      });
      const notes = await page.request.post("/trpc/accessibility.notes");
      expect(await notes.text()).toContain("Min skärmläsare läser inte upp diagrammet.");
    });
  });

test.describe("anybody, where not all is well", () => {
  test("is told on the map of a phone that the figures could not be fetched, and tries again", async ({
    page,
  }) => {
    await page.setViewportSize(phone);
    await page.route("**/releases/**", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("/");
    const failed = page.getByRole("alert").filter({ hasText: "Siffrorna kunde inte hämtas." });
    await expect(failed).toBeVisible();
    await page.unroute("**/releases/**");
    await failed.getByRole("button", { name: "Försök igen" }).click();
    await expect(page.getByText(/Rapporterad otrygghet .* Inte brott\./)).toBeVisible();
  });

  test("finds the figures as text where no map can be drawn", async ({ page }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto("/");
    const main = page.getByRole("main");
    await expect(main.getByRole("link", { name: "Lägesbild" })).toHaveAttribute("href", "/lagesbild");
    await main.getByRole("button", { name: "Samma siffror som lista" }).click();
    await expect(main.getByRole("button", { name: /^Hamnparken/ })).toBeVisible();
  });

  test("is shown no card of a place that the town does not have", async ({ page }) => {
    await page.goto("/#selected=anything");
    await expect(page.getByRole("region", { name: "Klocka" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "anything" })).toHaveCount(0);
  });

  test("sees more map than anything else at twice the size", async ({ page }) => {
    await page.setViewportSize({ width: 720, height: 450 });
    await page.goto("/");
    const header = await page.getByRole("banner").boundingBox();
    const clock = await page.getByRole("region", { name: "Klocka" }).boundingBox();
    const seen = (clock?.y ?? 0) - (header ? header.y + header.height : 450);
    expect(seen).toBeGreaterThan(450 / 2);
  });
});

// For their pictures, as a proof; `access.spec.ts` holds every state of these screens in the tests.
for (const { size, theme, viewport } of process.env["LOOKS"] === "all" ? looks : [])
  test.describe(`every public screen, ${size}, ${theme}`, () => {
    test.use({ viewport, colorScheme: theme === "night" ? "dark" : "light" });
    for (const [name, path] of pages)
      test(`${name} has no accessibility fault and nothing wider than the window`, async ({
        page,
        picture,
      }) => {
        await page.goto(path);
        await settled(page);
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await beyondWindow(page)).toEqual([]);
        await picture(page, `${name}-${size}-${theme}`);
      });
  });
