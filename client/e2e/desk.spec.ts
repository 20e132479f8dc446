import type { Page } from "@playwright/test";
import { accessibilityFaults, beyondWindow, expect, looks, phone, settled, test } from "./journey.ts";

const panels = {
  planerare: ["news", "need", "light", "suggest", "reports", "measures", "imports"],
  polis: ["news", "coverage", "log", "logged", "exports"],
  samordnare: ["bursts", "release", "exports", "disclosures", "looks", "settings", "notes"],
  partner: ["log", "coverage"],
  admin: ["users", "account"],
  revisor: ["audit"],
};

for (const [row, { size, theme, viewport }] of looks.entries())
  test.describe(`every screen of the desk, ${size}, ${theme}`, () => {
    test.use({ viewport, colorScheme: theme === "night" ? "dark" : "light" });
    // Accounts take turns at the looks; \`pnpm bench proof screens\` has each in all.
    const shown = Object.entries(panels).filter(
      (_, index) => process.env["LOOKS"] === "all" || index % looks.length === row,
    );
    for (const [account, names] of shown)
      test(`${account} has no accessibility fault and nothing wider than the window`, async ({
        page,
        picture,
      }) => {
        const signedIn = await page.request.post("/trpc/accounts.signIn", {
          data: { email: `${account}@demo.local`, password: "demo-karlshamn" },
        });
        expect(signedIn.ok()).toBe(true);
        for (const panel of names) {
          await page.goto("about:blank");
          await page.goto(`/arbete#panel=${panel}&clock=fri-22-11`);
          await settled(page);
          expect(await accessibilityFaults(page), `${account} ${panel}`).toEqual([]);
          expect(await beyondWindow(page), `${account} ${panel}`).toEqual([]);
          await picture(page, `arbete-${account}-${panel || "tom"}-${size}-${theme}`);
        }
      });
  });

async function openAs(page: Page, account: string, panel: string): Promise<void> {
  const signedIn = await page.request.post("/trpc/accounts.signIn", {
    data: { email: `${account}@demo.local`, password: "demo-karlshamn" },
  });
  expect(signedIn.ok()).toBe(true);
  await page.goto("about:blank");
  await page.goto(`/arbete#panel=${panel}`);
  await expect(page.getByRole("tab", { selected: true })).toBeVisible();
}

test.describe("what is written at the desk is not lost", () => {
  test.use({ mishap: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|401 \(Unauthorized\)/ });

  test("when the network is away, in another tab, or by mistake", async ({ page, context }) => {
    await openAs(page, "planerare", "measures");
    await page.getByRole("button", { name: "Lägg till åtgärd" }).click();
    await page.getByRole("button", { name: "Spara" }).click();
    await expect(page.getByText("Skriv minst tre tecken.")).toBeVisible();
    const title = page.getByLabel("Vad ska göras?");
    await expect(title).toBeFocused();
    await title.fill("Ny belysning vid bron");
    await page.getByLabel("Område").selectOption("Hamnparken");
    await page.getByRole("button", { name: "Spara" }).click();
    await context.setOffline(true);
    await page.getByRole("button", { name: "Spara och visa för alla" }).click();
    await expect(page.getByText("Ingen kontakt med servern.")).toBeVisible({ timeout: 5000 });
    await context.setOffline(false);

    await page.getByRole("tab", { name: "Luckor" }).click();
    await page.getByRole("tab", { name: "Åtgärder" }).click();
    await expect(title).toHaveValue("Ny belysning vid bron");

    await page.getByRole("button", { name: "Avbryt" }).click();
    const question = page.getByRole("dialog", { name: "Vill du slänga det du har skrivit?" });
    await question.getByRole("button", { name: "Fortsätt skriva" }).click();
    await expect(title).toHaveValue("Ny belysning vid bron");
    await page.getByRole("button", { name: "Avbryt" }).click();
    await question.getByRole("button", { name: "Släng" }).click();
    await expect(page.getByRole("button", { name: "Lägg till åtgärd" })).toBeVisible();
  });

  test("when the session has ended: signing in again goes on", async ({ page, context, picture }) => {
    await openAs(page, "polis", "log");
    await page.getByRole("radio", { name: "Trafikkontroll" }).check();
    await page.getByRole("button", { name: "Logga", exact: true }).click();
    const area = page.getByRole("combobox", { name: "Område" });
    await expect(area).toBeFocused();
    await area.selectOption("Hamnparken");
    await context.clearCookies();
    await page.getByRole("button", { name: "Logga", exact: true }).click();
    const again = page.getByRole("dialog", { name: "Du är utloggad" });
    await picture(page, "arbete-utloggad-wide-day");
    await again.getByLabel("E-post").fill("polis@demo.local");
    await again.getByLabel("Lösenord").fill("demo-karlshamn");
    await again.getByRole("button", { name: "Logga in" }).click();
    await expect(again).toBeHidden();
    await expect(area).toHaveValue("hamnparken");
    await page.getByRole("button", { name: "Logga", exact: true }).click();
    await expect(page.getByText("Loggat. Räknas i löftet")).toBeVisible();
  });

  test("nor is anybody taken for signed out because the server is out of reach", async ({ page }) => {
    await openAs(page, "polis", "coverage");
    await page.route("**/trpc/**", (route) => route.abort());
    await page.reload();
    await expect(page.getByText("Ingen kontakt med servern.").first()).toBeVisible();
    await page.unroute("**/trpc/**");
    await page.getByRole("button", { name: "Försök igen" }).first().click();
    await expect(page.getByRole("heading", { name: "Polis", level: 1 })).toBeVisible();
  });
});

test("what changed while the line was down is there when it is up again", async ({ page, request }) => {
  let follows = 0;
  // The first stream ends as soon as it has begun, as when a server is restarted.
  await page.route("**/trpc/accounts.changes**", async (route) => {
    follows++;
    if (follows > 1) return route.continue();
    await request.post("/trpc/accounts.signIn", {
      data: { email: "polis@demo.local", password: "demo-karlshamn" },
    });
    await page.waitForTimeout(3000);
    const at = new Date("2026-11-02T09:00:00Z").getTime();
    const logged = await request.post("/trpc/patrols.log", {
      data: {
        clientKey: crypto.randomUUID(),
        kind: "nightwalk",
        parties: ["police"],
        from: new Date(at).toISOString(),
        to: new Date(at + 3_600_000).toISOString(),
        where: { area: "hamnparken" },
      },
    });
    expect(logged.ok()).toBe(true);
    await route.fulfill({ contentType: "text/event-stream", body: "event: connected\ndata: {}\n\n" });
  });
  await openAs(page, "polis", "coverage");
  const count = page.getByText(/^\d+ av 200$/).first();
  const before = Number.parseInt(await count.innerText(), 10);
  await expect.poll(async () => Number.parseInt(await count.innerText(), 10)).toBe(before + 1);
});

test("the panels go by the arrow keys, and a coordinator sees through the eyes of planner and police", async ({
  page,
}) => {
  await openAs(page, "samordnare", "logged");
  const lens = page.getByRole("combobox", { name: "Lins" });
  await expect(lens).toHaveValue("police");
  await lens.selectOption("Planerare");
  const tab = (name: string) => page.getByRole("tab", { name, exact: true });
  await tab("Nytt").focus();
  await page.keyboard.press("ArrowDown");
  await expect(tab("Ljusbehov")).toBeFocused();
  await expect(tab("Ljusbehov")).toHaveAttribute("aria-selected", "true");
  await expect(page).toHaveURL(/lens=planner&panel=need/);
  await page.keyboard.press("End");
  await expect(tab("Mitt konto")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(tab("Nytt")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("tabpanel")).toBeFocused();
});

test("a word longer than the list is wide is broken", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.route("**/trpc/**measures.list**", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/"title":"[^"]+"/, `"title":"${"långtord".repeat(14)}"`);
    await route.fulfill({ response: answer, body });
  });
  await openAs(page, "planerare", "measures");
  await expect(page.getByText("långtordlångtord")).toBeVisible();
  const panel = page.getByRole("tabpanel");
  expect(await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

test("a phone gives its height to the map or to the list, and to the map while a walk is drawn", async ({
  page,
  picture,
}) => {
  await page.setViewportSize(phone);
  await openAs(page, "polis", "log");
  const map = page.locator("canvas.maplibregl-canvas");
  const height = async () => (await map.boundingBox())?.height ?? 0;
  const half = await height();
  await page.getByRole("radio", { name: "Rita på kartan" }).check();
  await expect.poll(height).toBeGreaterThan(half * 1.5);
  await map.click({ position: { x: 150, y: 300 } });
  await map.click({ position: { x: 220, y: 420 } });
  await expect(page.getByText("2 punkter.").filter({ visible: true })).toBeVisible();
  await picture(page, "arbete-logga-linje-phone-day");
  await page.getByRole("button", { name: "Klar", exact: true }).click();
  await expect(page.getByText("2 punkter.").filter({ visible: true })).toBeVisible();
  await page.getByRole("button", { name: "Ge kartan hela höjden" }).click();
  await page.getByRole("button", { name: "Ge listan hela höjden" }).click();
  await expect(map).toBeHidden();
  await page.getByRole("button", { name: "Visa både karta och lista" }).click();
  await expect(map).toBeVisible();
});

test("a release is proposed by one, looked at by another, and taken back", async ({ page, picture }) => {
  await openAs(page, "samordnare", "release");
  const card = page
    .locator("section", { has: page.getByRole("heading", { name: "Rapporter och löfte" }) })
    .last();
  await card.getByRole("button", { name: "Föreslå publicering" }).click();
  await expect(card).toContainText("Du föreslog publicering");
  await expect(card.getByRole("button", { name: "Granska och publicera" })).toHaveCount(0);
  await picture(page, "arbete-publicera-foreslaget-wide-day");

  await openAs(page, "samordnare2", "release");
  await expect(card).toContainText("Samordnare föreslog publicering");
  await card.getByRole("button", { name: "Granska och publicera" }).click();
  const look = page.getByRole("dialog", { name: "Publicera rapporter och löfte?" });
  await expect(look).toContainText("Perioden 1 november 2025 – 31 oktober 2026.");
  await expect(look).toContainText(/\d+ siffror visas och \d+ hålls inne/);
  await look.getByText("Det här hålls inne").click();
  await expect(look).toContainText("Färre än tio röster vid en skyddad plats");
  await expect(look).toContainText(/Nej\. Ingen av \d+ dolda siffror gick att räkna ut/);
  await expect(look.getByRole("button", { name: "Publicera för alla" })).toBeEnabled();
  await picture(page, "arbete-publicera-granska-wide-day");
  await look.getByRole("button", { name: "Avbryt" }).click();

  await openAs(page, "samordnare", "release");
  await card.getByRole("button", { name: "Dra tillbaka förslaget" }).click();
  await expect(card).toContainText("Förslaget är tillbakadraget.");
  await expect(card.getByRole("button", { name: "Föreslå publicering" })).toBeVisible();
});

test("a note about what does not work is taken away only by who says so twice", async ({
  page,
  request,
  picture,
}) => {
  const text = "Knappen syns inte i solsken.";
  await request.post("/trpc/accessibility.sendNote", { data: { text } });
  await openAs(page, "samordnare", "notes");
  const note = page.getByRole("listitem").filter({ hasText: text });
  await note.getByRole("button", { name: /^Åtgärdat, ta bort/ }).click();
  const question = page.getByRole("dialog", { name: "Ta bort meddelandet för gott?" });
  await picture(page, "arbete-hinder-fraga-wide-day");
  await question.getByRole("button", { name: "Behåll det" }).click();
  await expect(note).toBeVisible();
  await note.getByRole("button", { name: /^Åtgärdat, ta bort/ }).click();
  await question.getByRole("button", { name: "Ja, ta bort det" }).click();
  await expect(page.getByText("Meddelandet är borttaget.")).toBeVisible();
  await expect(note).toBeHidden();
});

test("a planner who has read single reports says so of an area, and can take it back", async ({
  page,
  picture,
}) => {
  await openAs(page, "planerare", "reports");
  const title = page.getByText("Säg att rapporterna är lästa");
  await expect(page.getByRole("button", { name: "Visa enskilda rapporter" })).toBeVisible();
  await expect(title).toBeHidden();
  await page.getByLabel("Varför behöver du se enskilda rapporter?").fill("Underlag för ny belysning");
  await page.getByRole("button", { name: "Visa enskilda rapporter" }).click();
  await page.getByRole("radio", { name: "Olästa" }).check();
  await title.click();
  const form = page.locator("details", { has: title });
  await form.getByRole("button", { name: "Lästa i dag" }).click();
  await expect(form.getByLabel("Område")).toBeFocused();
  await form.getByLabel("Område").selectOption("Hamnparken");
  await form.getByRole("button", { name: "Lästa i dag" }).click();
  await expect(form.getByText("Rapporterna från Hamnparken är lästa i dag.")).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await picture(page, "arbete-lasta-wide-day");
  await form.getByRole("button", { name: "Ångra" }).click();
  await expect(form.getByText("Ångrat: Hamnparken är inte läst i dag.")).toBeVisible();
});

test("a planner walks the list of reports by keys, marks two, and takes it back", async ({
  page,
  picture,
}) => {
  await openAs(page, "planerare", "reports");
  await page.getByLabel("Varför behöver du se enskilda rapporter?").fill("Underlag för ny belysning");
  await page.getByRole("button", { name: "Visa enskilda rapporter" }).click();
  const row = (index: number) => page.locator(`[data-row="${index}"]`);
  await row(0).focus();
  await page.keyboard.press(" ");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press(" ");
  expect(await accessibilityFaults(page)).toEqual([]);
  await picture(page, "arbete-valda-wide-day");
  await page.getByRole("button", { name: "Lästa", exact: true }).click();
  await expect(page.getByText(/^2 rapporter är markerade som lästa\./)).toBeVisible();
  await page.getByRole("button", { name: "Ångra" }).click();
  await expect(page.getByText("2 rapporter är inte längre markerade som lästa.")).toBeVisible();
  await row(1).focus();
  await page.keyboard.press("End");
  // The row that one comes from is no longer drawn.
  const focused = page.locator("[data-row]:focus");
  await expect(focused).not.toHaveAttribute("data-row", "1");
  const last = Number(await focused.getAttribute("data-row"));
  expect(last).toBeGreaterThan(1000);
  await expect(row(last)).not.toContainText("Hämtar");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Rapporter inom 40 meter" })).toBeVisible();
  await page.getByRole("button", { name: "Till listan" }).click();
  await expect(row(last)).toBeFocused();
});
