/** Words in every language: none is missing in any state of what residents see, and Swedish ones are easy to read. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, phone, settled, test } from "./journey.ts";
import { readabilityOf } from "./readability.ts";

test.use({ viewport: phone, mishap: /Failed to load resource|ERR_/i });

/** Every state of the report route, by name, each reached from the one before. */
const states: [string, (page: Page) => Promise<unknown>][] = [
  ["where", (page) => page.goto("/rapportera")],
  ["where, what happens with it", (page) => page.locator("main details").first().locator("summary").click()],
  ["where, nothing chosen", (page) => go(page, "what")],
  ["where, nothing found", (page) => page.getByRole("combobox").first().fill("xyzzy")],
  ["where, an area chosen", (page) => choose(page, "area", "stortorget")],
  ["where, a place chosen", (page) => choose(page, "street", "stortorget")],
  ["what", (page) => go(page, "what")],
  ["what, nothing chosen", (page) => go(page, "send")],
  ["what, unsafe", (page) => check(page, "feeling", "unsafe")],
  ["what, more questions", (page) => page.locator("form details summary").click()],
  ["what, safe", (page) => check(page, "feeling", "safe")],
  [
    "what, a lamp",
    async (page) => {
      await check(page, "feeling", "unsafe");
      await check(page, "reasons", "lamp-out");
    },
  ],
  [
    "send",
    async (page) => {
      await check(page, "when", "nights");
      await check(page, "light", "light");
      await go(page, "send");
    },
  ],
  [
    "waiting",
    async (page) => {
      await page.context().setOffline(true);
      await go(page, "done");
      await expect(page.locator("form")).toHaveCount(0);
    },
  ],
  [
    "thanks",
    async (page) => {
      await page.context().setOffline(false);
      await expect(page.getByText(CODE)).toBeVisible();
    },
  ],
  [
    "receipt",
    async (page) => {
      const code = CODE.exec(await page.locator("main").innerText())?.[0] ?? "";
      await page.goto("/kvitto");
      await page.locator('[name="code"]').fill(code);
      await page.locator('button[value="show"]').click();
      await expect(
        page.locator('button[value="withdraw"]').or(page.locator("main details")).first(),
      ).toBeVisible();
      for (const summary of await page.locator("main summary").all()) await summary.click();
    },
  ],
  [
    "receipt, taken back",
    async (page) => {
      await page.locator('button[value="withdraw"]').click();
      await expect(page.locator('button[value="withdraw"]')).toHaveCount(0);
    },
  ],
  ["receipt, asked for", (page) => page.goto("/kvitto")],
  [
    "receipt, no code",
    async (page) => {
      await page.locator('[name="code"]').fill("4K7M");
      await page.locator('button[value="show"]').click();
    },
  ],
  [
    "receipt, not found",
    async (page) => {
      await page.locator('[name="code"]').fill("4K7M-X2PQ-9RTA");
      await page.locator('button[value="show"]').click();
    },
  ],
];

const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;
const go = (page: Page, to: string) => page.locator(`button[name="go"][value="${to}"]`).click();
const check = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check({ force: true });
const choose = (page: Page, name: string, value: string) =>
  page.locator(`select[name="${name}"]`).selectOption(value);

/** Other pages that residents see. */
const pages = [
  "/",
  "/loftet",
  "/lagesbild",
  "/platser",
  "/plats/hamnparken",
  "/om",
  "/integritet",
  "/tillganglighet",
  "/logga-in",
  "/finns-inte",
];

/** What a page says, by boxes of text: a heading, an entry of a list and a button end a sentence as a full stop does. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = new Map<Element, string>();
    const walker = document.createTreeWalker(
      document.querySelector("main") ?? document,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let box = node.parentElement;
      while (box && getComputedStyle(box).display === "inline") box = box.parentElement;
      // What is chosen from is names; what is said of the map's makers is theirs.
      if (
        !box?.checkVisibility() ||
        box.closest("script, select, svg, [class*=attribution], [lang]:not(html)")
      )
        continue;
      boxes.set(box, `${boxes.get(box) ?? ""}${node.textContent}`);
    }
    return [...boxes.values()].map((text) => text.trim()).filter((text) => text !== "");
  });
}

const catalogue = readFileSync(new URL("../src/i18n/sv.json", import.meta.url), "utf8");
const blocks = Object.keys(JSON.parse(catalogue) as object).join("|");
/** A key of the catalogues that stands where its words should be, or a place in them that was not filled. */
const RAW = new RegExp(`(?<![\\w.])(?:${blocks})\\.[a-z]\\w*|\\{\\{`);

/** Names in the law that a page must say as they are, and what people call themselves. */
const names = new Set([
  "Personuppgiftsansvarig",
  "Integritetsskyddsmyndigheten",
  "dataskyddsförordningen",
  "funktionsnedsättning",
]);

/** The highest readability index of the report route and of the other pages, where a language has one. */
const bars: Record<string, { report: number; other: number } | null> = {
  sv: { report: 30, other: 35 },
  "sv-simple": { report: 22, other: 26 },
  en: null,
};
const MEAN_WORDS = 12;

// A language without a bar has the keys of Swedish, which a test of the files holds: its screens are read as a proof.
const read = Object.entries(bars).filter(([, bar]) => bar || process.env["ACCESS"] === "all");
for (const [language, bar] of read)
  test.describe(`in ${language}`, () => {
    test.beforeEach(({ context, baseURL }) =>
      context.addCookies([{ name: "language", value: language, url: baseURL ?? "" }]),
    );

    /** What is wrong with the words of a page as it stands. */
    async function faultsOf(page: Page, name: string, most: number | undefined): Promise<string[]> {
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      const texts = await textsOf(page);
      const raw = texts.filter((text) => RAW.test(text));
      if (most === undefined) return raw.map((text) => `${name}: ${text}`);
      const { lix, wordsInSentence, longest } = readabilityOf(texts);
      test.info().annotations.push({ type: name, description: `LIX ${lix.toFixed(1)}` });
      return [
        ...raw,
        ...(lix > most ? [`LIX ${lix.toFixed(1)}`] : []),
        ...(wordsInSentence > MEAN_WORDS ? [`${wordsInSentence.toFixed(1)} words in a sentence`] : []),
        ...longest.filter((word) => !names.has(word)),
      ].map((fault) => `${name}: ${fault}`);
    }

    test("every state of the report route says all it has to say, in words that are easy to read", async ({
      page,
    }) => {
      const faults: string[] = [];
      for (const [name, reach] of states) {
        await reach(page);
        await settled(page);
        faults.push(...(await faultsOf(page, name, bar?.report)));
      }
      expect(faults).toEqual([]);
    });

    test("every other page that residents see does so too", async ({ page }) => {
      test.skip(language !== "sv" && process.env["ACCESS"] !== "all", "a proof: pnpm bench proof access");
      await page.setViewportSize({ width: 1440, height: 900 });
      const faults: string[] = [];
      for (const path of pages) {
        await page.goto(path);
        await page.locator("h1").first().waitFor();
        await settled(page);
        // Staff read this one, among them by the names of their work.
        faults.push(...(await faultsOf(page, path, path === "/logga-in" ? undefined : bar?.other)));
      }
      expect(faults).toEqual([]);
    });
  });
