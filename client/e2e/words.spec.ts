/** Words in every language: none is missing in any state of what residents see, and Swedish ones are easy to read. */
import type { Page } from "@playwright/test";
import { expect, phone, settled, test } from "./journey.ts";
import { readabilityOf } from "./readability.ts";

test.use({ viewport: phone, mishap: /Failed to load resource|ERR_/ });

/** Every state of the report route, by name, each reached from the one before. */
const states: [string, (page: Page) => Promise<void>][] = [
  ["where", async (page) => void (await page.goto("/rapportera"))],
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
      await expect(page.locator('button[value="withdraw"]').or(page.locator("main details")).first()).toBeVisible();
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
  ["receipt, asked for", async (page) => void (await page.goto("/kvitto"))],
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

const pages = ["/", "/loftet", "/lagesbild", "/platser", "/plats/hamnparken", "/om", "/integritet"] as const;
const others = [...pages, "/tillganglighet", "/logga-in", "/finns-inte"] as const;

/** What a page says, by boxes of text: a heading, an entry of a list and a button end a sentence as a full stop does. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = new Map<Element, string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let box = node.parentElement;
      while (box && getComputedStyle(box).display === "inline") box = box.parentElement;
      if (!box?.checkVisibility() || box.closest("script, select, svg, [lang]:not(html)")) continue;
      boxes.set(box, `${boxes.get(box) ?? ""}${node.textContent}`);
    }
    return [...boxes.values()].map((text) => text.trim()).filter((text) => text !== "");
  });
}

/** A key of the catalogues that stands where its words should be. */
const KEY = /\b[a-z]+[A-Za-z]*(?:\.[a-zA-Z]\w*){1,}\b|\{\{/;

for (const language of ["sv", "sv-simple", "en"])
  test.describe(`in ${language}`, () => {
    test.beforeEach(({ context, baseURL }) =>
      context.addCookies([{ name: "language", value: language, url: baseURL ?? "" }]),
    );

    test("measure", async ({ page }) => {
      test.setTimeout(300_000);
      const all = [
        ...(process.env["ONLY"] ? states.slice(17, 19) : states),
        ...others.map((path): [string, (page: Page) => Promise<void>] => [
          path,
          async (page) => {
            await page.goto(path);
            await page.locator("h1").first().waitFor();
            await settled(page);
          },
        ]),
      ];
      for (const [name, reach] of all) {
        await reach(page);
        await page.waitForTimeout(400);
        const texts = await textsOf(page);
        const { lix, wordsInSentence, longest } = readabilityOf(texts);
        if (process.env["ONLY"]) console.log(texts.join(" | "));
        console.log(language, "|", name, "|", lix.toFixed(1), wordsInSentence.toFixed(1), longest.join(","), texts.filter((t) => KEY.test(t)).join(" ## "));
      }
    });
  });

