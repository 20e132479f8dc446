/**
 * The whole form by keyboard alone, from the first key on the page to the receipt, by each of its five ways: no more than
 * 25 keys beside those that name a place, the focus always in sight, nothing out of order.
 */
import type { Page } from "@playwright/test";
import { chooseInList, expect, phone, test } from "./journey.ts";

const MOST_KEYS = 25;

interface Keyboard {
  /** Presses these keys in turn. */
  press(...keys: string[]): Promise<void>;
  /** Presses Tab until what is called so has the focus. */
  tabTo(name: RegExp): Promise<void>;
  /** Names a place; not counted. */
  type(words: string): Promise<void>;
  pressed(): number;
}

function keyboardOf(page: Page): Keyboard {
  let count = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      count += 1;
      expect(await hiddenFocus(page), `after ${key}, key ${count}`).toBeNull();
    }
  };
  return {
    press,
    async tabTo(name) {
      for (let tries = 0; tries < MOST_KEYS; tries++) {
        await press("Tab");
        if (name.test(await focusedName(page))) return;
      }
      throw new Error(`Tab never came to ${name}`);
    },
    type: (words) => page.keyboard.type(words),
    pressed: () => count,
  };
}

const focusedName = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
    const label = labels ? element.labels?.[0]?.textContent : null;
    return (label ?? element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim();
  });

/** What has the focus, where it is not drawn as focused, not wholly in the window, or covered; null where all is well. */
async function hiddenFocus(page: Page): Promise<string | null> {
  // Panels and the page itself move softly.
  await page.waitForTimeout(60);
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    // What programs alone can focus, a heading or the page's main part, is told and not drawn.
    if (element.tabIndex < 0) return null;
    const face = element.matches(":is([type=radio], [type=checkbox])") ? element.parentElement : null;
    const drawn = [element, face?.querySelector("span") ?? element].some(
      (each) =>
        getComputedStyle(each).outlineStyle !== "none" && getComputedStyle(each).outlineWidth !== "0px",
    );
    const { left, top, width, height } = element.getBoundingClientRect();
    const across = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => [left + width * x, top + height * y] as const),
    );
    const mine = (x: number, y: number) => {
      const there = document.elementFromPoint(x, y);
      // A map lies under its own buttons.
      const map = element.closest(".maplibregl-map");
      return there !== null && [element, face, map].some((each) => each?.contains(there));
    };
    const covered = across.filter(([x, y]) => !mine(x, y));
    if (drawn && covered.length === 0) return null;
    return `${element.outerHTML.slice(0, 120)} drawn ${drawn}, covered at ${JSON.stringify(covered)}`;
  });
}

/** Five ways to say where, each from the first key to the second step. */
const ways: Record<string, (keys: Keyboard, page: Page) => Promise<void>> = {
  async search(keys) {
    await keys.tabTo(/^Sök gata/);
    await keys.type("stortorget");
    await keys.press("Enter", "Enter");
  },
  async list(keys) {
    await keys.tabTo(/^Eller välj i listan/);
    await keys.type("Stor");
    await keys.tabTo(/^Gata eller plats$/);
    await keys.type("Kungs");
    await keys.tabTo(/^Del av gatan$/);
    await keys.type("mellan R");
    await keys.tabTo(/^Nästa$/);
    await keys.press("Enter");
  },
  async position(keys, page) {
    await keys.tabTo(/^Min position$/);
    await keys.press("Enter");
    await expect(page.getByText(/Vald plats: /)).toBeVisible();
    await keys.tabTo(/^Nästa$/);
    await keys.press("Enter");
  },
  async sight(keys, page) {
    await openMap(keys, page);
    await keys.press("ArrowUp");
    await page.waitForTimeout(500);
    await keys.press("Enter");
    await expect(page.getByText(/Vald plats: /)).toBeVisible();
    await page.waitForTimeout(500);
    await keys.press("Enter");
  },
  async "single press"(keys, page) {
    await openMap(keys, page);
    await keys.tabTo(/^Välj siktet$/);
    await keys.press("Enter");
    await expect(page.getByText(/Vald plats: /)).toBeVisible();
    await expect(page.getByRole("button", { name: "Gå vidare" })).toBeFocused();
    await keys.press("Enter");
  },
};

/** Opens the map, which takes the focus. */
async function openMap(keys: Keyboard, page: Page): Promise<void> {
  await keys.tabTo(/^Karta$/);
  await keys.press("Enter");
  await expect(page.getByRole("application", { name: "Karta med sikte" })).toBeFocused();
  await expect(page.getByRole("button", { name: "Välj siktet" })).toBeVisible();
}

// The wide one as a proof: `pnpm bench proof access`.
for (const [size, viewport] of [
  ["phone", phone],
  ...(process.env["ACCESS"] === "all" ? ([["wide", { width: 1440, height: 900 }]] as const) : []),
] as const)
  test.describe(`a resident with a keyboard alone, ${size}`, () => {
    test.use({
      viewport,
      permissions: ["geolocation"],
      geolocation: { longitude: 14.8622, latitude: 56.17, accuracy: 10 },
    });

    for (const [name, choosePlace] of Object.entries(ways))
      test(`comes to the receipt by ${name} in ${MOST_KEYS} keys`, async ({ page }) => {
        const keys = keyboardOf(page);
        await page.goto("/rapportera");
        await keys.press("Tab");
        expect(await focusedName(page)).toBe("Hoppa till formuläret");
        await keys.press("Enter");
        await expect(page.getByRole("heading", { name: "Var?" })).toBeFocused();
        await choosePlace(keys, page);

        await expect(page.getByRole("heading", { name: "Vad och när?" })).toBeFocused();
        await keys.tabTo(/^Otryggt$/);
        await keys.press("Space", "Tab", "Space", "End", "Tab", "End", "Space", "Enter");
        await expect(page.getByRole("heading", { name: "Skicka", level: 2 })).toBeFocused();
        await expect(page.getByText("Helgnätter · Mörkt")).toBeVisible();
        await keys.tabTo(/^Skicka$/);
        await keys.press("Enter");
        await expect(page.getByRole("heading", { name: "Tack. Rapporten är sparad." })).toBeFocused();
        expect(keys.pressed(), "keys beside those that name a place").toBeLessThanOrEqual(MOST_KEYS);
      });
  });

test("the keyboard goes through each step of the form as the eye does", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto("/rapportera");
  await chooseInList(page, "Stortorget", "Stortorget");
  await page.getByRole("button", { name: "Karta" }).click();
  await expect(page.getByRole("button", { name: "Välj siktet" })).toBeVisible();
  expect(await upwards(page)).toEqual([]);
  await page.getByRole("button", { name: "Nästa" }).click();
  await page.getByRole("radio", { name: "Otryggt", exact: true }).check();
  for (const name of ["Släckt lampa", "Nätter"])
    await page.getByRole("checkbox", { name, exact: true }).check();
  await page.getByText("Felanmälan till kommunen").waitFor();
  expect(await upwards(page)).toEqual([]);
  await page.getByRole("button", { name: "Nästa" }).click();
  expect(await upwards(page)).toEqual([]);
});

/** Stops of the Tab key that stand wholly above the one before; what follows the page stands nowhere. */
async function upwards(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const stops = [
      ...document.querySelectorAll<HTMLElement>("form :is(a, button, input, select, canvas, summary)"),
    ]
      .filter((each) => each.checkVisibility() && each.tabIndex >= 0)
      .map((each) => ({ each, box: each.getBoundingClientRect() }));
    return stops
      .filter(({ box }, index) => box.bottom < (stops[index - 1]?.box.top ?? box.top))
      .map(({ each }) => each.outerHTML.slice(0, 80));
  });
}
