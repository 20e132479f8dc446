/** Reporting where the network comes and goes: every report arrives exactly once, and the person is told where it is. */
import type { BrowserContext, Page } from "@playwright/test";
import { type BadLine, openBadLine } from "./bad-line.ts";
import { test as base, chooseInList, expect, phone } from "./journey.ts";
import { openStoredReports } from "./stored-reports.ts";

/** How often each case is run; the slow proof asks for many. */
const ROUNDS = Number(process.env["ROUNDS"] ?? 1);

const WAITS = "Rapporten ligger kvar i din telefon.";
const SENT = "Tack. Rapporten är sparad.";
const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;

interface Offline {
  line: BadLine;
  /** Reports that have come since the journey began. */
  arrived(): Promise<number>;
  /** Senders of 80 or older, women, that have been counted since then. */
  counted(): Promise<number>;
}

const test = base.extend<Offline>({
  line: async ({}, use) => {
    const line = await openBadLine(`http://127.0.0.1:${process.env["E2E_PORT"] ?? 4317}`);
    await use(line);
    await line.close();
  },
  baseURL: ({ line }, use) => use(line.address),
  arrived: async ({}, use) => {
    const stored = await openStoredReports();
    const before = await stored.count();
    await use(async () => (await stored.count()) - before);
    await stored.close();
  },
  counted: async ({}, use) => {
    const stored = await openStoredReports();
    const count = () => stored.senders("80-up", "woman");
    const before = await count();
    await use(async () => (await count()) - before);
    await stored.close();
  },
});

test.use({ viewport: phone, mishap: /Failed to load resource|ERR_|service worker/i });

/** Opens the form with a network once, so that the device keeps it. */
async function openForm(page: Page): Promise<void> {
  await page.goto("/rapportera");
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

async function choosePlace(page: Page): Promise<void> {
  await chooseInList(page, "Stortorget", "Stortorget");
  await page.getByRole("button", { name: "Nästa" }).click();
}

async function chooseWhat(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Otryggt", exact: true }).check();
  await page.getByRole("checkbox", { name: "Folktomt" }).check();
  await page.getByRole("checkbox", { name: "Nätter", exact: true }).check();
  await page.getByRole("button", { name: "Nästa" }).click();
  await expect(page.getByRole("heading", { name: "Stämmer det här?" })).toBeVisible();
}

async function write(page: Page): Promise<void> {
  await choosePlace(page);
  await chooseWhat(page);
}

const send = (page: Page) => page.getByRole("button", { name: "Skicka", exact: true }).click();
const title = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });

interface Run extends Omit<Offline, "counted"> {
  page: Page;
  context: BrowserContext;
}

/** Cuts the network in one way, brings it back, and returns the page on which the code must then stand. */
const cases: Record<string, (run: Run) => Promise<Page>> = {
  async "offline before the form is opened"({ page, context }) {
    await openForm(page);
    await page.close();
    await context.setOffline(true);
    const again = await context.newPage();
    await again.goto("/rapportera");
    await write(again);
    await send(again);
    await expect(title(again, WAITS)).toBeVisible();
    await context.setOffline(false);
    return again;
  },
  async "offline in the first step, with a reload"({ page, context }) {
    await openForm(page);
    await context.setOffline(true);
    await choosePlace(page);
    await page.reload();
    await chooseWhat(page);
    await send(page);
    await expect(title(page, WAITS)).toBeVisible();
    await context.setOffline(false);
    return page;
  },
  async "offline in the second step"({ page, context }) {
    await openForm(page);
    await choosePlace(page);
    await context.setOffline(true);
    await chooseWhat(page);
    await send(page);
    await expect(page.getByText("Den är inte skickad.")).toBeVisible();
    await context.setOffline(false);
    return page;
  },
  async "offline in the last step, with a reload while it waits"({ page, context }) {
    await openForm(page);
    await write(page);
    await context.setOffline(true);
    await send(page);
    await expect(title(page, WAITS)).toBeVisible();
    await page.reload();
    await expect(title(page, WAITS)).toBeVisible();
    await context.setOffline(false);
    return page;
  },
  async "cut before it arrives"({ page, line, arrived }) {
    await openForm(page);
    await write(page);
    line.cut = "before";
    await send(page);
    await expect(page.getByText("Vi vet inte om den hann fram redan")).toBeVisible();
    expect(await arrived()).toBe(0);
    line.cut = "none";
    await page.reload();
    return page;
  },
  async "cut after it is stored and before the answer"({ page, line, arrived }) {
    await openForm(page);
    await write(page);
    line.cut = "after";
    await send(page);
    await expect(page.getByText("Vi vet inte om den hann fram redan")).toBeVisible();
    expect(await arrived()).toBe(1);
    line.cut = "none";
    await page.reload();
    return page;
  },
  async "the tab is closed while it waits"({ page, context }) {
    await openForm(page);
    await write(page);
    await context.setOffline(true);
    await send(page);
    await expect(title(page, WAITS)).toBeVisible();
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto("/rapportera");
    return again;
  },
  async "the tab is closed while it is being sent"({ page, context, line }) {
    await openForm(page);
    await write(page);
    line.cut = "after";
    await send(page);
    await expect.poll(() => line.sent).toBeGreaterThan(0);
    await page.close();
    line.cut = "none";
    const again = await context.newPage();
    await again.goto("/rapportera");
    return again;
  },
  async "two tabs are open while it waits"({ page, context }) {
    await openForm(page);
    const other = await context.newPage();
    await other.goto("/rapportera");
    await write(page);
    await context.setOffline(true);
    await send(page);
    await expect(title(page, WAITS)).toBeVisible();
    await expect(other.getByText(WAITS)).toBeVisible();
    await context.setOffline(false);
    await expect(title(page, SENT)).toBeVisible();
    await expect(other.getByText(WAITS)).toBeHidden();
    await expect(other.getByText("Rapporten som väntade är skickad.")).toBeHidden();
    return page;
  },
  async "another page is opened first"({ page, context, line, arrived }) {
    await openForm(page);
    await write(page);
    line.cut = "before";
    await send(page);
    await expect(title(page, WAITS)).toBeVisible();
    await page.close();
    line.cut = "none";
    const map = await context.newPage();
    await map.goto("/om");
    await expect.poll(arrived).toBe(1);
    await map.goto("/rapportera");
    return map;
  },
};

for (let round = 1; round <= ROUNDS; round++)
  for (const [name, run] of Object.entries(cases))
    test(`arrives exactly once, round ${round}: ${name}`, async ({ page, context, line, arrived }) => {
      const told = await run({ page, context, line, arrived });
      await expect(told.getByText(CODE).first()).toBeVisible();
      await expect(told.getByText(WAITS)).toBeHidden();
      // The same page opened again sends nothing more.
      await told.reload();
      await expect(told.getByText(CODE).first()).toBeVisible();
      expect(await arrived()).toBe(1);
    });

test.describe("what the sender says of themselves", () => {
  const tell = async (page: Page) => {
    await page.getByLabel("Ålder").selectOption("80 år eller äldre");
    await page.getByLabel("Kön").selectOption("Kvinna");
  };

  test("is counted once when the report arrives at last, and is not kept", async ({
    page,
    line,
    counted,
  }) => {
    await openForm(page);
    await write(page);
    await tell(page);
    line.cut = "after";
    await send(page);
    await expect(title(page, WAITS)).toBeVisible();
    expect(await counted()).toBe(0);
    line.cut = "none";
    await page.reload();
    await expect(page.getByText(CODE).first()).toBeVisible();
    await expect.poll(counted).toBe(1);
    await page.goto("/rapportera");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await counted()).toBe(1);
  });

  test("is not counted of a report that is taken back", async ({ page, line, arrived, counted }) => {
    await openForm(page);
    await write(page);
    await tell(page);
    line.cut = "after";
    await send(page);
    await page.getByRole("button", { name: "Skicka inte, ta tillbaka den" }).click();
    line.cut = "none";
    await page.reload();
    await expect.poll(arrived).toBe(0);
    expect(await counted()).toBe(0);
  });
});

test("the map that is out of reach leaves the rest of the form as it was", async ({
  page,
  context,
  picture,
}) => {
  await openForm(page);
  await chooseInList(page, "Stortorget", "Stortorget");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Karta" }).click();
  await expect(page.getByRole("alert")).toContainText("Kartan kunde inte hämtas.");
  await picture(page, "rapportera-utan-karta-phone-day");
  await context.setOffline(false);
  for (const press of ["closes it", "opens it again"])
    await test.step(press, () => page.getByRole("button", { name: "Karta" }).click());
  await expect(page.getByRole("button", { name: "Välj siktet" })).toBeVisible();
  await expect(page.getByText("Vald plats: Stortorget")).toBeVisible();
  await page.getByRole("button", { name: "Nästa" }).click();
  await expect(page.getByRole("heading", { name: "Vad och när?" })).toBeVisible();
});

test.describe("a report that waits", () => {
  test("is taken back before it is sent, and never arrives", async ({ page, context, arrived, picture }) => {
    await openForm(page);
    await write(page);
    await context.setOffline(true);
    await send(page);
    await picture(page, "rapportera-vantar-phone-day");
    await page.getByRole("button", { name: "Skicka inte, ta tillbaka den" }).click();
    await expect(title(page, "Ingen rapport väntar här längre.")).toBeVisible();
    await context.setOffline(false);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await arrived()).toBe(0);
  });

  test("is withdrawn when it is taken back after it may have arrived", async ({ page, line, arrived }) => {
    await openForm(page);
    await write(page);
    line.cut = "after";
    await send(page);
    await expect(title(page, WAITS)).toBeVisible();
    expect(await arrived()).toBe(1);
    await page.getByRole("button", { name: "Skicka inte, ta tillbaka den" }).click();
    await expect(page.getByText("När du har nät igen tas den bort även hos oss.")).toBeVisible();
    line.cut = "none";
    await page.reload();
    await expect.poll(arrived).toBe(0);
  });

  test("is told to be gone after a week, and does not arrive", async ({ page, line, arrived }) => {
    await openForm(page);
    await write(page);
    line.cut = "before";
    await send(page);
    await expect(title(page, WAITS)).toBeVisible();
    // The week passes first: as soon as the line is there, what waits is sent.
    await page.clock.setSystemTime(Date.now() + 7 * 86_400_000);
    line.cut = "none";
    await page.goto("/rapportera");
    await expect(page.getByText("En rapport blev aldrig skickad.")).toBeVisible();
    expect(await arrived()).toBe(0);
    await page.getByRole("button", { name: "Jag har läst" }).click();
    await expect(page.getByText("En rapport blev aldrig skickad.")).toBeHidden();
  });

  test("stays in the form where the browser keeps nothing, which says so", async ({
    page,
    line,
    arrived,
  }) => {
    await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
    await page.goto("/rapportera");
    await write(page);
    line.cut = "after";
    await send(page);
    await expect(page.getByText("Rapporten gick inte att skicka. Dina val finns kvar.")).toBeVisible();
    line.cut = "none";
    await send(page);
    await expect(title(page, SENT)).toBeVisible();
    expect(await arrived()).toBe(1);
  });
});

test("two reports that were written from the kept form are two", async ({ page, context, arrived }) => {
  await openForm(page);
  await context.setOffline(true);
  for (let report = 1; report <= 2; report++) {
    await page.goto("/rapportera");
    await write(page);
    await send(page);
    await expect(title(page, WAITS)).toBeVisible();
    await page.getByRole("link", { name: "Rapportera en plats till" }).click();
    await expect(page.getByText(WAITS)).toHaveCount(report);
  }
  await context.setOffline(false);
  await expect.poll(arrived).toBe(2);
});

test("the device keeps the form and its files, and nothing of what somebody did", async ({ page }) => {
  await openForm(page);
  await page.goto("/rapportera?area=stortorget");
  await expect(page.getByLabel("Eller välj i listan: område")).toHaveValue("stortorget");
  await write(page);
  await send(page);
  await page.getByRole("link", { name: "Följ rapporten" }).click();
  await expect(page.getByText("Din rapport om")).toBeVisible();
  const kept = await page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return found;
  });
  expect(kept).toContain("/rapportera");
  const form = await page.evaluate(async () =>
    (await caches.match("/rapportera", { ignoreVary: true }))?.text(),
  );
  expect(form).toContain('"area":"","street":""');
  expect(kept.filter((path) => path !== "/rapportera" && !path.startsWith("/assets/"))).toEqual([]);
});

test.describe("leaving quickly", () => {
  const weather = "https://www.smhi.se/";
  test.use({ elsewhere: weather });
  test.beforeEach(({ context }) =>
    context.route(`${weather}**`, (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: "<h1>Väder</h1>" }),
    ),
  );

  test("takes the draft along, and Back does not lead to the form", async ({ page }) => {
    await page.goto("/om");
    await page.goto("/rapportera");
    await expect(page).toHaveTitle("Karta");
    await write(page);
    await page.getByRole("link", { name: "Lämna sidan snabbt" }).click();
    await expect(page.getByRole("heading", { name: "Väder" })).toBeVisible();
    for (let steps = 0; steps < 3; steps++) {
      await page.goBack();
      expect(new URL(page.url()).pathname).not.toBe("/rapportera");
    }
    await page.goto("/rapportera");
    await expect(page.getByText(/Vald plats/)).toBeHidden();
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  });

  test("goes by Escape three times, and a waiting report is sent in silence", async ({
    page,
    line,
    arrived,
  }) => {
    await openForm(page);
    await write(page);
    line.cut = "before";
    await send(page);
    await expect(title(page, WAITS)).toBeVisible();
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { name: "Väder" })).toBeVisible();
    line.cut = "none";
    await page.goto("/rapportera");
    await expect.poll(arrived).toBe(1);
    await expect(page.getByRole("heading", { name: "Var?" })).toBeVisible();
    await expect(page.getByText(/väntade|telefon/)).toHaveCount(0);
    await expect(page.getByText(CODE)).toHaveCount(0);
  });
});
