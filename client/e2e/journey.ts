/**
 * What every journey holds to: nothing is asked for from another machine, nothing is written to the console, and a
 * picture of each screen is kept.
 */
import { AxeBuilder } from "@axe-core/playwright";
import { type Page, test as base, expect } from "@playwright/test";

export { expect };

export const phone = { width: 390, height: 844 };
const wide = { width: 1440, height: 900 };

/** How every screen is looked at: by day at a desk and at night on a phone, and with `LOOKS=all` in all four ways. */
export const looks = [
  { size: "wide", theme: "day", viewport: wide },
  { size: "phone", theme: "night", viewport: phone },
  ...(process.env["LOOKS"] === "all"
    ? ([
        { size: "wide", theme: "night", viewport: wide },
        { size: "phone", theme: "day", viewport: phone },
      ] as const)
    : []),
] as const;

interface Watched {
  /** What the console may say because the journey breaks something on purpose. */
  mishap: RegExp | null;
  /** Where else the journey goes, by leaving. */
  elsewhere: string | null;
  /** Keeps a picture of what is shown under this name. */
  picture(page: Page, name: string): Promise<void>;
}

export const test = base.extend<Watched & { watched: void }>({
  mishap: [null, { option: true }],
  elsewhere: [null, { option: true }],
  watched: [
    async ({ context, baseURL, mishap, elsewhere }, use) => {
      const faults: string[] = [];
      context.on("request", (request) => {
        const url = request.url();
        const leaves = elsewhere !== null && url.startsWith(elsewhere);
        if (!url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url) && !leaves)
          faults.push(`asked for ${url}`);
      });
      context.on("console", (message) => {
        // The browser itself reports a page that is not there; the journey that goes there expects it.
        const expected = message.text().includes("404 (Not Found)") || mishap?.test(message.text());
        if (["error", "warning"].includes(message.type()) && !expected) faults.push(message.text());
      });
      context.on("weberror", (error) => faults.push(error.error().message));
      // The console hears of most that the page's policy refuses, but not of code that a library tries to write.
      await context.addInitScript(() =>
        addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
          console.error(`the policy refused ${violatedDirective} ${blockedURI} of ${sourceFile}`),
        ),
      );
      await use();
      expect(faults, "nothing is asked for elsewhere and nothing goes wrong in the browser").toEqual([]);
    },
    { auto: true },
  ],
  picture: async ({}, use, info) => {
    await use(async (page, name) => {
      await settled(page);
      await page.screenshot({ path: `${info.config.rootDir}/pictures/run/${name}.png` });
    });
  },
});

/** Waits until nothing is being fetched for the page, and the map, if there is one, has drawn all of it. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByText("Hämtar …")).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  if ((await page.locator("section[data-drawn]").count()) > 0)
    await expect(page.locator('section[data-drawn="true"] canvas')).toBeVisible();
  // Panels slide in for a quarter of a second.
  await page.waitForTimeout(300);
}

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What breaks WCAG 2.2 AA or good practice on a page. Pins of the map stand where their places are, however near to each other, which
 * 2.5.8 lets be; they are held to everything else.
 */
export async function accessibilityFaults(page: Page, { practice = true } = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags([...WCAG, ...(practice ? ["best-practice"] : [])])
    .exclude("canvas")
    .analyze();
  const faults = [];
  for (const { id, nodes } of violations)
    for (const { target } of nodes) {
      const selector = target.join(" ");
      if (id === "target-size" && (await isPin(page, selector))) continue;
      faults.push(`${id}: ${selector}`);
    }
  return faults;
}

const isPin = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.closest(".maplibregl-marker") !== null);

/** What reaches beyond the right edge of the window, cut off or not; rows that scroll sideways by themselves may. */
export async function beyondWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrollsSideways = (element: Element | null): boolean =>
      element !== null &&
      (["auto", "scroll"].includes(getComputedStyle(element).overflowX) ||
        scrollsSideways(element.parentElement));
    return [...document.body.querySelectorAll<HTMLElement>("main *, header *, nav *, footer *")]
      .filter(
        (element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1,
      )
      .filter((element) => !element.closest("canvas, .maplibregl-map, .visually-hidden"))
      .filter((element) => !scrollsSideways(element.parentElement))
      .map((element) => `${element.tagName.toLowerCase()} ${element.textContent.slice(0, 40)}`);
  });
}

/** Signs in as one of the demonstration's staff, through the page. */
export async function signIn(page: Page, name: "Planerare" | "Polis" | "Samordnare"): Promise<void> {
  await page.goto("/logga-in");
  await page.getByLabel("E-post").fill(`${name.toLowerCase()}@demo.local`);
  await page.getByLabel("Lösenord").fill("demo-karlshamn");
  await page.getByRole("button", { name: "Logga in" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

/** Chooses where in the report form from its list: an area, then a place in it. */
export async function chooseInList(page: Page, area: string, place: string): Promise<void> {
  await page.getByLabel("Eller välj i listan: område").selectOption(area);
  await page.getByLabel("Gata eller plats", { exact: true }).selectOption(place);
}
