/** A language that is read from right to left: one file is added, and the whole product stands mirrored. */
import type { Page } from "@playwright/test";
import { accessibilityFaults, test as base, expect, settled } from "./journey.ts";
import { MIRRORED, copyMirrored } from "./mirrored.ts";
import { startOwnServer } from "./own-server.ts";

const test = base.extend<object, { address: string }>({
  address: [
    async ({}, use) => {
      const copy = copyMirrored();
      const server = await startOwnServer({}, copy.folder);
      await use(server.address);
      await server.stop();
      copy.remove();
    },
    { scope: "worker", timeout: 240_000 },
  ],
  baseURL: ({ address }, use) => use(address),
});

const next = (page: Page, to: string) => page.locator(`button[name="go"][value="${to}"]`).click();

/** What is looked at, each reached from the one before. */
const screens: [string, (page: Page) => Promise<unknown>][] = [
  ["rapportera-1", (page) => page.goto("/rapportera")],
  ["rapportera-lista", (page) => page.locator('select[name="area"]').selectOption("stortorget")],
  [
    "rapportera-2",
    async (page) => {
      await page.locator('select[name="street"]').selectOption("stortorget");
      await next(page, "what");
      await page.locator('input[value="unsafe"]').check({ force: true });
      await page.locator("form details summary").click();
    },
  ],
  [
    "rapportera-3",
    async (page) => {
      await page.locator('input[value="deserted"]').check({ force: true });
      await page.locator('input[value="nights"]').check({ force: true });
      await next(page, "send");
    },
  ],
  ["kvitto", (page) => page.goto("/kvitto")],
  ["karta", (page) => page.goto("/#clock=fri-23-11&layers=unsafe.patrols.light")],
  ["plats", (page) => page.goto("/plats/hamnparken")],
  ["platser", (page) => page.goto("/platser")],
  ["loftet", (page) => page.goto("/loftet")],
  ["tillganglighet", (page) => page.goto("/tillganglighet")],
];

/** Controls that reach out of the window, and those that lie on one another. */
function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const floats = (element: Element | null): boolean =>
      element !== null &&
      (["fixed", "sticky"].includes(getComputedStyle(element).position) || floats(element.parentElement));
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (["auto", "scroll"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const controls = [
      ...document.querySelectorAll("a, button, select, summary, label, input:not([type=hidden])"),
    ]
      .filter((element) => element.checkVisibility() && !element.closest(".maplibregl-map, .visually-hidden"))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 2 && box.height > 2);
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} ${(element.textContent || element.getAttribute("aria-label") || "").slice(0, 40)}`;
    const outside = controls
      .filter(({ box }) => box.left < -1 || box.right > innerWidth + 1)
      .filter(
        ({ element }) => !scrolls(element.parentElement) && getComputedStyle(element).transform === "none",
      )
      .map(({ element }) => `outside: ${name(element)}`);
    const still = controls.filter(({ element }) => !floats(element));
    const overlaps = still.flatMap((one, index) =>
      still
        .slice(index + 1)
        .filter(({ element }) => !one.element.contains(element) && !element.contains(one.element))
        .filter(({ box }) => {
          const wide = Math.min(one.box.right, box.right) - Math.max(one.box.left, box.left);
          const high = Math.min(one.box.bottom, box.bottom) - Math.max(one.box.top, box.top);
          return wide > 2 && high > 2;
        })
        .map(({ element }) => `on one another: ${name(one.element)} and ${name(element)}`),
    );
    const root = document.documentElement;
    const sideways = root.scrollWidth > root.clientWidth ? [`scrolls sideways: ${root.scrollWidth}`] : [];
    return [...sideways, ...outside, ...overlaps];
  });
}

test("a language is one file: it is offered by its name, and chosen", async ({ page }) => {
  await page.goto("/rapportera");
  await page.getByText("Språk: Svenska").click();
  const choice = page.getByRole("link", { name: "Spegelspråk" });
  await expect(choice).toHaveAttribute("lang", MIRRORED);
  await choice.click();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", MIRRORED);
  await expect(page.locator("h1")).toHaveText("Hųr känns dęt här?");
});

// The wider one as a proof: `pnpm bench proof access`.
for (const [width, height] of [
  [320, 640],
  ...(process.env["ACCESS"] === "all" ? ([[1280, 900]] as const) : []),
] as const)
  test(`read from right to left, nothing is cut off or covered, ${width} px`, async ({ page, picture }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await page.goto(`/rapportera?language=${MIRRORED}`);
    const faults: string[] = [];
    for (const [name, reach] of screens) {
      await reach(page);
      await page.locator("main").locator("h1, h2").first().waitFor({ state: "attached" });
      await settled(page);
      await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
      await picture(page, `spegel-${name}-${width}`);
      const found = [...(await misplaced(page)), ...(await accessibilityFaults(page))];
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
