/**
 * A report by the accessibility tree alone: nothing is pressed with a pointer, no picture can be drawn, every control is
 * found by its role and name. What a screen reader is given at each step is kept as text in `tree/`.
 */
import type { Page } from "@playwright/test";
import { expect, phone, test } from "./journey.ts";
import { listen } from "./listen.ts";

const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g;
/** Where this run is served. */
const ADDRESS = /127\.0\.0\.1:\d+/g;

test.use({ viewport: phone });

/** Opens the form, and answers what has been said by itself until now. */
async function openForm(page: Page): Promise<() => Promise<string[]>> {
  const said = await listen(page);
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
    addEventListener("pointerdown", () => console.error("a pointer was used"), { capture: true });
  });
  await page.goto("/rapportera");
  return said;
}

type Role = "button" | "checkbox" | "combobox" | "link" | "radio";

/** Goes to what has this role and name, and presses a key there. */
async function press(page: Page, role: Role, name: string, key: string): Promise<void> {
  const control = page.getByRole(role, { name, exact: true });
  await control.focus();
  await expect(control).toBeFocused();
  await page.keyboard.press(key);
}

/** The tree as it stands is the one that is kept; codes are different each time. */
async function expectTree(page: Page, name: string): Promise<void> {
  const tree = await page.locator("body").ariaSnapshot();
  const plain = tree.replace(CODE, "XXXX-XXXX-XXXX").replace(ADDRESS, "localhost");
  expect(`${plain}\n`).toMatchSnapshot(`${name}.txt`);
}

const chooseSearched = async (page: Page) => {
  await page.getByRole("combobox", { name: "Sök gata, korsning eller plats" }).focus();
  await page.keyboard.type("hamnpark");
};

test("by search, to the receipt: each step has its names, and each change is said once", async ({ page }) => {
  const said = await openForm(page);
  await expectTree(page, "1-where");
  await chooseSearched(page);
  const found = page.getByRole("listbox", { name: "Förslag" });
  await expect(found).toBeVisible();
  await expectTree(page, "1-where-search");
  await page.keyboard.press("ArrowDown");
  await expect(found.getByRole("option", { selected: true })).toHaveText(/^Hamnparken/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Vald plats: Hamnparken" })).toBeVisible();
  await expectTree(page, "1-where-chosen");
  const told = await said();
  expect(told.at(-1)).toBe("Vald plats: Hamnparken");
  expect(told.filter((words) => words.startsWith("Vald plats"))).toHaveLength(1);

  await press(page, "button", "Nästa", "Enter");
  await expect(page.getByRole("heading", { name: "Vad och när?" })).toBeFocused();
  await expectTree(page, "2-what");
  await press(page, "radio", "Otryggt", "Space");
  await press(page, "checkbox", "Folktomt", "Space");
  await press(page, "checkbox", "Nätter", "Space");
  await expect(page.getByRole("radio", { name: "Mörkt" })).toBeChecked();
  await expectTree(page, "2-what-chosen");
  const counted = (await said()).filter((words) => words.endsWith("av 6"));
  expect(counted).toEqual(["1 av 6"]);

  await press(page, "button", "Nästa", "Enter");
  await expect(page.getByRole("heading", { name: "Skicka", level: 2 })).toBeFocused();
  await expectTree(page, "3-send");
  await press(page, "button", "Skicka", "Enter");
  await expect(page.getByRole("heading", { name: "Tack. Rapporten är sparad." })).toBeFocused();
  await expectTree(page, "4-thanks");
  await press(page, "link", "Följ rapporten", "Enter");
  await expect(page.getByRole("status").filter({ hasText: "Din rapport om Hamnparken" })).toBeVisible();
});

test("by the list, in three steps, each said once", async ({ page }) => {
  const said = await openForm(page);
  await page.getByRole("combobox", { name: "Eller välj i listan: område" }).focus();
  await page.keyboard.type("Stor");
  await expect(page.getByRole("combobox", { name: "Gata eller plats" })).toBeVisible();
  await expectTree(page, "1-where-list-area");
  await page.getByRole("combobox", { name: "Gata eller plats" }).focus();
  await page.keyboard.type("Kungs");
  await expect(page.getByRole("combobox", { name: "Del av gatan" })).toBeVisible();
  await page.getByRole("combobox", { name: "Del av gatan" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("toolbar", { name: "Flytta 10 meter" })).toBeVisible();
  await expectTree(page, "1-where-list-chosen");
  expect(await said()).toEqual([
    "7 gator och platser att välja.",
    "2 delar att välja.",
    "Vald plats: Kungsgatan, mellan Ronnebygatan och Rådhusgatan",
  ]);
});

test("an error is a list of links, said once, and each leads to its field", async ({ page }) => {
  const said = await openForm(page);
  await press(page, "button", "Nästa", "Enter");
  await expectTree(page, "1-where-missing");
  expect(await said()).toHaveLength(1);
  await press(page, "link", "Välj en plats först.", "Enter");
  await expect(page.getByRole("combobox", { name: "Sök gata, korsning eller plats" })).toBeFocused();
});
