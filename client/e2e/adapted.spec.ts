/**
 * Every state of the form and of the public pages as people set it for themselves: a thumb, text set wider or twice as
 * large, a window enlarged to four times its size. Nothing is lost, and nothing scrolls in two directions.
 */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { makeTranslator } from "../src/i18n/index.ts";
import { beyondWindow, chooseInList, expect, phone, settled, test } from "./journey.ts";
import { tours } from "./public-states.ts";

const THUMB = 44;
const LEAST = 24;

// Styles of the reader's own are no styles of the page.
test.use({ viewport: phone, bypassCSP: true, mishap: /Failed to load resource|service worker/i });

const words = readFileSync(new URL("../src/i18n/sv.json", import.meta.url), "utf8");
const { t: say } = makeTranslator("sv", JSON.parse(words));

/** Controls that are smaller than a thumb, and links beside running text that are smaller than they may be. */
const smallTargets = (page: Page) =>
  page.evaluate(
    ([thumb, least]) =>
      [
        ...document.querySelectorAll<HTMLElement>(
          "a, button, select, textarea, summary, input:not([type=hidden]), [role=option]",
        ),
      ]
        .filter((each) => each.checkVisibility() && !each.closest(".visually-hidden, .maplibregl-marker"))
        .filter((each) => getComputedStyle(each).display !== "inline")
        .filter((each) => {
          const { width, height } = each.getBoundingClientRect();
          const isLink = each.matches("a:not([class])");
          return Math.min(width, height) < (isLink ? least : thumb) - 0.5;
        })
        .map((each) => `${each.outerHTML.slice(0, 90)} ${each.getBoundingClientRect().height}`),
    [THUMB, LEAST] as const,
  );

/** What is cut off where it stands, or reaches beyond the window. */
const lost = async (page: Page) => [
  ...(await beyondWindow(page)),
  ...(await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main *, header *, nav *")]
      .filter(
        (each) => each.checkVisibility() && !each.closest(".visually-hidden, .maplibregl-map, progress"),
      )
      .filter((each) => /hidden|clip/.test(getComputedStyle(each).overflow) && each.textContent !== "")
      .filter((each) => getComputedStyle(each).clipPath === "none")
      .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
      .map((each) => `cut off: ${each.outerHTML.slice(0, 90)}`),
  )),
  ...((await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
    ? ["the page scrolls sideways"]
    : []),
];

/** The least that a reader may ask of text (WCAG 1.4.12). */
const SPACING =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
const TWICE = "html { font-size: 200% !important }";

async function twiceAsLarge(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 800 });
  const found = await withStyle(page, TWICE);
  await page.setViewportSize(phone);
  return found;
}

async function withStyle(page: Page, content: string): Promise<string[]> {
  const style = await page.addStyleTag({ content });
  const found = await lost(page);
  await style.evaluate((element) => (element as Element).remove());
  return found;
}

async function enlarged(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 256 });
  const found = await lost(page);
  await page.setViewportSize(phone);
  return found;
}

const names = [
  "the form, where",
  "the form, what",
  "the form, send",
  "the receipt",
  "a place",
  // The rest as a proof: `pnpm bench proof access`.
  ...(process.env["ACCESS"] === "all"
    ? ["the list of places", "the promise", "the situation", "pages of text", "signing in"]
    : []),
];

for (const name of names)
  test(`holds as people set it: ${name}`, async ({ page }) => {
    for (const [state, go] of Object.entries(tours[name] ?? {}))
      await test.step(state, async () => {
        await go({ page, say });
        await settled(page);
        expect.soft(await smallTargets(page), `${state}: targets`).toEqual([]);
        expect.soft(await withStyle(page, SPACING), `${state}: text set wider`).toEqual([]);
        expect.soft(await twiceAsLarge(page), `${state}: text twice as large`).toEqual([]);
        expect.soft(await enlarged(page), `${state}: four times as large`).toEqual([]);
      });
  });

test("what is chosen can be seen in colours of one's own", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await page.goto("/rapportera");
  await chooseInList(page, "Stortorget", "Stortorget");
  await page.getByRole("button", { name: "Nästa" }).click();
  const frame = (name: string) =>
    page.getByRole("radio", { name, exact: true }).evaluate((input) => {
      const { outlineStyle, outlineColor } = getComputedStyle(input.nextElementSibling ?? input);
      return `${outlineStyle} ${outlineColor}`;
    });
  const before = await frame("Otryggt");
  await page.getByRole("radio", { name: "Otryggt", exact: true }).check();
  await page.getByRole("button", { name: "Tillbaka" }).focus();
  expect(await frame("Otryggt")).not.toBe(before);
  expect(await frame("Tryggt")).toBe(before);
});

test("nothing moves for those who ask for stillness", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const path of ["/rapportera", "/", "/loftet"]) {
    await page.goto(path);
    await settled(page);
    const lasting = await page.evaluate(() =>
      [...document.querySelectorAll("main *, header *")]
        .filter((each) => {
          const { transitionDuration, animationName, animationDuration } = getComputedStyle(each);
          const lasts = (duration: string) =>
            duration.split(", ").some((part) => Number.parseFloat(part) > 0.01);
          return lasts(transitionDuration) || (animationName !== "none" && lasts(animationDuration));
        })
        .map((each) => each.outerHTML.slice(0, 90)),
    );
    expect(lasting, path).toEqual([]);
  }
});

test("a report may take an hour", async ({ page }) => {
  await page.clock.install();
  await page.goto("/rapportera");
  await chooseInList(page, "Stortorget", "Stortorget");
  await page.getByRole("button", { name: "Nästa" }).click();
  await page.getByRole("radio", { name: "Otryggt", exact: true }).check();
  await page.clock.fastForward("01:00:00");
  await expect(page.getByRole("radio", { name: "Otryggt", exact: true })).toBeChecked();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Otryggt", exact: true })).toBeChecked();
  await page.getByRole("checkbox", { name: "Folktomt" }).check();
  await page.getByRole("checkbox", { name: "Nätter", exact: true }).check();
  await page.getByRole("button", { name: "Nästa" }).click();
  await page.getByRole("button", { name: "Skicka" }).click();
  await expect(page.getByRole("heading", { name: "Tack. Rapporten är sparad." })).toBeVisible();
});
