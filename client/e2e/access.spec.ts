/**
 * Every state of every public screen, held to WCAG 2.2 AA and to what axe takes for good practice. Every second tour
 * is made in one width, language and theme, which take turns; `pnpm bench proof access` makes each in every width, and so
 * in every language and both themes.
 */
import { readFileSync, readdirSync } from "node:fs";
import type { i18n } from "i18next";
import { makeTranslator } from "../src/i18n/index.ts";
import { accessibilityFaults, beyondWindow, expect, settled, test } from "./journey.ts";
import { tours } from "./public-states.ts";

const LEAST_STATES = 60;

const widths = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];
const catalogues = new URL("../src/i18n/", import.meta.url);
const languages = readdirSync(catalogues).flatMap((file) => /^(.+)\.json$/.exec(file)?.[1] ?? []);
const themes = ["day", "night"] as const;

const turn = <T>(of: readonly T[], at: number): T => of[at % of.length] as T;
const waysOf = (tour: number) =>
  widths.map((viewport, row) => ({
    viewport,
    language: turn(languages, tour + row),
    theme: turn(themes, Math.floor(tour / languages.length) + row),
  }));

const sayIn = (language: string): i18n["t"] =>
  makeTranslator(language, JSON.parse(readFileSync(new URL(`${language}.json`, catalogues), "utf8"))).t;

test.use({ mishap: /Failed to load resource|ERR_|service worker|Failed to fetch|dynamically imported/i });

test(`the tours lead to ${LEAST_STATES} states and more`, () => {
  const states = Object.values(tours).flatMap((tour) => Object.keys(tour));
  expect(states.length).toBeGreaterThanOrEqual(LEAST_STATES);
});

const waysTaken = (tour: number) =>
  process.env["ACCESS"] === "all" ? waysOf(tour) : tour % 2 === 0 ? [turn(waysOf(tour), tour / 2)] : [];

for (const [index, [name, tour]] of Object.entries(tours).entries())
  for (const { viewport, language, theme } of waysTaken(index))
    test(`can be used by all: ${name}, ${language}, ${theme}, ${viewport.width} px`, async ({
      page,
      context,
      baseURL,
    }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: theme === "night" ? "dark" : "light" });
      const url = String(baseURL);
      await context.addCookies([
        { name: "language", value: language, url },
        { name: "theme", value: theme, url },
      ]);
      for (const [state, go] of Object.entries(tour))
        await test.step(state, async () => {
          await go({ page, say: sayIn(language) });
          await settled(page);
          await expect(page.locator("html")).toHaveAttribute("lang", language);
          expect.soft(await accessibilityFaults(page), state).toEqual([]);
          expect.soft(await beyondWindow(page), state).toEqual([]);
        });
    });
