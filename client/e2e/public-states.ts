/**
 * Every state of every screen that is open to all, as tours: each step leads from the state before it to the one it is
 * named after. Written without a word of any language, so that they go in all.
 */
import type { Page } from "@playwright/test";
import type { i18n } from "i18next";
import { expect } from "./journey.ts";

interface At {
  page: Page;
  /** The words of the language that is shown. */
  say: i18n["t"];
}

export type Tour = Record<string, (at: At) => Promise<unknown>>;

const to =
  (path: string) =>
  ({ page }: At) =>
    page.goto(path, { waitUntil: "networkidle" });
const press = (page: Page, go: string) => page.locator(`button[name=go][value=${go}]`).click();
const check = (page: Page, name: string, ...values: string[]) =>
  values.reduce(
    (before, value) => before.then(() => page.locator(`input[name=${name}][value=${value}]`).check()),
    Promise.resolve(),
  );
/** Chooses in the list: an area, then a place or street in it. */
const choose = async (page: Page, area: string, street: string) => {
  await page.locator("select[name=area]").selectOption(area);
  await page.locator("select[name=street]").selectOption(street);
};
const writeReport = async ({ page, say }: At) => {
  await to("/rapportera")({ page, say });
  await choose(page, "stortorget", "stortorget");
  await press(page, "what");
  await check(page, "feeling", "unsafe");
  await check(page, "reasons", "deserted");
  await check(page, "when", "nights");
  await press(page, "send");
};
const sendReport = async (at: At) => {
  await writeReport(at);
  await press(at.page, "done");
  await expect(at.page.locator("p[aria-labelledby=code]")).toBeVisible();
};
const openDetails = (page: Page, words: string) => page.locator("summary", { hasText: words }).click();
const search = (page: Page) => page.locator("input[role=combobox]");
/** A part of a page that never comes. */
const without = (page: Page, files: string) => page.route(files, (route) => route.abort());

export const tours: Record<string, Tour> = {
  "the form, where": {
    empty: to("/rapportera"),
    "nothing chosen": ({ page }) => press(page, "what"),
    "what the search found": async ({ page }) => {
      await search(page).fill("gatan");
      await search(page).press("ArrowDown");
    },
    "what the search did not find": ({ page }) => search(page).fill("xyzzy"),
    "an area of the list": ({ page }) => page.locator("select[name=area]").selectOption("stortorget"),
    "a street of the list": ({ page }) => choose(page, "stortorget", "Kungsgatan"),
    "a part of a street": ({ page }) => page.locator("select[name=place]").selectOption({ index: 1 }),
    "moved ten metres": ({ page }) => page.getByRole("toolbar").getByRole("button").first().click(),
  },
  "the form, where on the map": {
    "the map with its sight": async (at) => {
      await to("/rapportera")(at);
      await at.page.locator("button[aria-expanded]").click();
      await expect(at.page.getByRole("application")).toBeVisible();
    },
    "a point of the map": async ({ page, say }) => {
      await page.getByRole("button", { name: say("form.where.take"), exact: true }).click();
      await expect(page.getByRole("toolbar")).toBeVisible();
    },
  },
  "the form, where I am": {
    "no position": async (at) => {
      await to("/rapportera")(at);
      await at.page.getByRole("button", { name: at.say("form.where.mine"), exact: true }).click();
      await expect(at.page.getByRole("alert")).toBeVisible();
    },
    "a position outside the centre": async ({ page, say }) => {
      await page.context().grantPermissions(["geolocation"]);
      await page.context().setGeolocation({ longitude: 14.9, latitude: 56.17 });
      await page.getByRole("button", { name: say("form.where.mine"), exact: true }).click();
      await expect(page.getByText(say("form.where.outside"))).toBeVisible();
    },
    "a rough position": async ({ page, say }) => {
      await page.context().setGeolocation({ longitude: 14.8622, latitude: 56.17, accuracy: 73 });
      await page.getByRole("button", { name: say("form.where.mine"), exact: true }).click();
      await expect(page.getByRole("toolbar")).toBeVisible();
    },
  },
  "the form, what": {
    empty: async (at) => {
      await to("/rapportera")(at);
      await choose(at.page, "ostra-piren", "campus");
      await press(at.page, "what");
    },
    "nothing chosen": ({ page }) => press(page, "send"),
    unsafe: ({ page }) => check(page, "feeling", "unsafe"),
    "a lamp of somebody else's": async ({ page, say }) => {
      await check(page, "reasons", "lamp-out");
      await expect(page.getByText(say("form.lamps.notKept"))).toBeVisible();
    },
    "as many reasons as may be": ({ page }) =>
      check(page, "reasons", "lighting", "deserted", "neglected", "disturbance", "followed"),
    "a light that does not fit": async ({ page }) => {
      await check(page, "when", "nights");
      await check(page, "light", "light");
    },
    "more questions": ({ page, say }) => openDetails(page, say("form.more")),
    safe: ({ page }) => check(page, "feeling", "safe"),
  },
  "the form, what, where no lamp is known": {
    "no lamp": async (at) => {
      await to("/rapportera")(at);
      await choose(at.page, "norreport", "gamla-stationen");
      await press(at.page, "what");
      await check(at.page, "feeling", "unsafe");
      await check(at.page, "reasons", "lamp-out");
      await expect(at.page.getByText(at.say("form.lamps.none"))).toBeVisible();
    },
    "what others feel": ({ page }) => check(page, "light", "both"),
  },
  "the form, what, where a lamp burns": {
    lamps: async (at) => {
      await to("/rapportera")(at);
      await choose(at.page, "hamnparken", "hamnparken");
      await press(at.page, "what");
      await check(at.page, "feeling", "unsafe");
      await check(at.page, "reasons", "lamp-out");
      await expect(at.page.getByText(at.say("form.lamps.notKept"))).toBeVisible();
    },
  },
  "the form, what, where lamps cannot be fetched": {
    "no answer": async (at) => {
      await without(at.page, "**/trpc/layers.lighting*");
      await to("/rapportera")(at);
      await choose(at.page, "hamnparken", "hamnparken");
      await press(at.page, "what");
      await check(at.page, "feeling", "unsafe");
      await check(at.page, "reasons", "lamp-out");
      await expect(at.page.getByText(at.say("form.lamps.failed"))).toBeVisible();
    },
  },
  "the form, send": {
    summary: writeReport,
    thanks: async ({ page }) => {
      await press(page, "done");
      await expect(page.locator("p[aria-labelledby=code]")).toBeVisible();
    },
    "the receipt": async ({ page, say }) => {
      await page.getByRole("link", { name: say("form.thanks.follow") }).click();
      await expect(page.getByText(say("receipt.came"))).toBeVisible();
    },
    "the receipt as a picture": async ({ page, say }) => {
      await openDetails(page, say("receipt.qr.show"));
      await expect(page.getByRole("img", { name: say("receipt.qr.label") })).toBeVisible();
    },
    "the receipt, to be taken back": async ({ page, say }) => {
      await openDetails(page, say("receipt.change.title"));
      await openDetails(page, say("receipt.withdraw"));
    },
    "the form again, to change the report": async ({ page, say }) => {
      await page.getByRole("button", { name: say("receipt.change.sure") }).click();
      await expect(page.getByText(say("form.replaces"))).toBeVisible();
    },
    "the receipt of what was taken back": async ({ page, say }) => {
      await page.goBack();
      await page.goBack();
      const code = await page.locator("p[aria-labelledby=code]").innerText();
      await page.goto(`/kvitto#${code}`);
      await openDetails(page, say("receipt.withdraw"));
      await press(page, "withdraw");
      await expect(page.locator("[role=status]", { hasText: /\d/ })).toBeVisible();
    },
  },
  "the form, without a network": {
    waiting: async (at) => {
      await to("/rapportera")(at);
      await at.page.evaluate(async () => void (await navigator.serviceWorker.ready));
      await writeReport(at);
      await at.page.context().setOffline(true);
      await press(at.page, "done");
      await expect(at.page.getByRole("heading", { name: at.say("outbox.waiting.title") })).toBeVisible();
    },
    "the form above which a report waits": async ({ page, say }) => {
      // As in another tab, which has not been through the form.
      await page.evaluate(() => history.replaceState(null, ""));
      await page.reload();
      await expect(page.locator("select[name=area]")).toBeVisible();
      await expect(page.getByText(say("outbox.waiting.title"))).toBeVisible();
    },
    "the form above which one has been sent": async ({ page, say }) => {
      await page.context().setOffline(false);
      await expect(page.getByText(say("outbox.sent.title"))).toBeVisible();
    },
  },
  "the receipt": {
    empty: to("/kvitto"),
    "no code": async ({ page }) => {
      await page.locator("input[name=code]").fill("12");
      await press(page, "show");
      await expect(page.getByRole("alert")).toBeVisible();
    },
    "a code of no report": async ({ page, say }) => {
      await page.locator("input[name=code]").fill("2222-2222-2222");
      await press(page, "show");
      await expect(page.getByText(say("receipt.notFound"))).toBeVisible();
    },
  },
  "the receipt after a measure": {
    "a question": async (at) => {
      await sendReport(at);
      const { request } = at.page;
      await request.post("/trpc/accounts.signIn", {
        data: { email: "planerare@demo.local", password: "demo-karlshamn" },
      });
      const measure = { kind: "light", area: "stortorget", title: "Torget är klart", state: "done" };
      await request.post("/trpc/measures.save", { data: { ...measure, publicText: "Nya lampor." } });
      await request.post("/trpc/accounts.signOut");
      await at.page.getByRole("link", { name: at.say("form.thanks.follow") }).click();
      await expect(at.page.getByRole("group", { name: at.say("receipt.effect.title") })).toBeVisible();
    },
    "its answer": async ({ page, say }) => {
      await page
        .getByRole("button", { name: say("receipt.effect.better") })
        .first()
        .click();
      await expect(page.getByText(say("receipt.effect.thanks"))).toBeVisible();
    },
  },
  "the map": {
    "as it opens": to("/"),
    "the layers of a phone": async ({ page, say }) => {
      const layers = page.getByRole("button", { name: say("layers.button") });
      if (await layers.isVisible()) await layers.click();
      await expect(page.getByRole("switch").first()).toBeVisible();
    },
    "all layers": async ({ page }) => {
      for (const layer of await page.getByRole("switch").all()) await layer.check();
    },
    "the list of areas": async ({ page, say }) => {
      await openDetails(page, say("place.list"));
      await expect(search(page)).toBeVisible();
    },
    "what the search found": async ({ page }) => {
      await search(page).fill("gatan");
      await expect(page.getByRole("option").first()).toBeVisible();
    },
    "what the search did not find": async ({ page, say }) => {
      await search(page).fill("xyzzy");
      await expect(page.getByText(say("place.search.found_zero")).last()).toBeVisible();
    },
  },
  "the map at a dark hour": {
    "a Friday night": to("/#clock=fri-23-11&layers=unsafe.patrols.light"),
    "an area": async ({ page, say }) => {
      await page.goto("/#clock=fri-23-11&selected=hamnparken");
      await expect(page.getByText(say("areas.toPage"))).toBeVisible();
    },
  },
  "the map without figures": {
    "not fetched": async (at) => {
      await without(at.page, "**/releases/**");
      await to("/")(at);
    },
  },
  "the map that cannot be drawn": {
    "a way to the figures": async (at) => {
      await at.page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
      });
      await to("/")(at);
      await expect(at.page.getByText(at.say("map.cannotDraw"))).toBeVisible();
    },
  },
  "the list of places": {
    "as it opens": to("/platser"),
    filtered: to("/platser#light=dark&feeling=unsafe"),
    "nothing found": ({ page, say }) => page.getByLabel(say("areas.list.search")).fill("xyzzy"),
    "by distance, without a position": async ({ page, say }) => {
      await page.getByLabel(say("areas.list.search")).fill("");
      await page.getByRole("radio", { name: say("areas.list.orders.distance") }).check();
      await page.getByRole("button", { name: say("areas.list.usePosition") }).click();
      await expect(page.getByText(say("areas.list.position.failed"))).toBeVisible();
    },
  },
  "the list of places without figures": {
    "not fetched": async (at) => {
      await without(at.page, "**/releases/**");
      await to("/platser")(at);
    },
  },
  "a place": {
    "with much to tell": to("/plats/hamnparken"),
    "with little to tell": to("/plats/fogdelyckegatorna"),
    "that the town does not have": to("/plats/finns-inte"),
  },
  "the promise": {
    "as it opens": to("/loftet"),
    "with its words": async ({ page }) => {
      for (const each of await page.locator("main summary").all()) await each.click();
    },
  },
  "the situation": {
    "as it opens": to("/lagesbild"),
  },
  "pages of text": {
    about: to("/om"),
    privacy: to("/integritet"),
    accessibility: to("/tillganglighet"),
    "a note that is too short": async ({ page }) => {
      await page.locator("textarea").fill("?");
      await page.locator("form button[type=submit]").click();
      await expect(page.locator("textarea")).toHaveAttribute("aria-invalid", "true");
    },
    "a note that has been sent": async ({ page, say }) => {
      await page.locator("textarea").fill("Min skärmläsare läser inte upp diagrammet.");
      await page.locator("form button[type=submit]").click();
      await expect(page.getByRole("heading", { name: say("accessibility.thanks.title") })).toBeVisible();
    },
    "no such page": to("/finns-inte"),
  },
  "signing in": {
    empty: to("/logga-in"),
    "nothing written": async ({ page, say }) => {
      await page.getByRole("button", { name: say("accounts.signIn.button") }).click();
      await expect(page.getByRole("alert").first()).toBeVisible();
    },
    refused: async ({ page, say }) => {
      await page.getByLabel(say("accounts.signIn.email")).fill("nobody@demo.local");
      await page.getByLabel(say("accounts.signIn.password")).fill("wrong");
      await page.getByRole("button", { name: say("accounts.signIn.button") }).click();
      await expect(page.locator("form [role=alert]")).toBeVisible();
    },
  },
  "a page of which a part never comes": {
    "what went wrong": async (at) => {
      await without(at.page, "**/assets/areas-page-*.js");
      await to("/platser")(at);
      await expect(at.page.getByText(at.say("pages.failed.lead"))).toBeVisible();
    },
  },
};
