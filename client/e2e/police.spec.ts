import { execFileSync } from "node:child_process";
import { expect, phone, signIn, test } from "./journey.ts";

/** "130 av 200" of the commitment on presence, as a number. */
const counted = (text: string) => Number(/(\d+)\s*av 200/.exec(text)?.[1]);

test("an officer logs a presence, and every signed-in window counts it at once", async ({
  page,
  context,
  browser,
  picture,
  baseURL,
}) => {
  await signIn(page, "Polis");
  const second = await context.newPage();
  await second.goto("/arbete#panel=coverage&clock=fri-22-11");
  const bar = second.locator("section", { hasText: "Polisen synlig i centrum" }).last();
  await expect(bar).toContainText("av 200");
  const before = counted(await bar.innerText());

  await test.step("the ten squares with most unease and least presence at the hour", async () => {
    await expect(second.getByText("fredag 21–24")).toBeVisible();
    await expect(second.getByRole("listitem").filter({ hasText: "min närvaro på ett år" })).toHaveCount(10);
    await picture(second, "arbete-luckor-wide-day");
  });

  const visitor = await browser.newPage(baseURL ? { baseURL } : {});
  await visitor.goto("/loftet");
  const publicCard = visitor.locator("#police-presence");
  const publicBefore = counted(await publicCard.innerText());

  await test.step("logs with few presses on a phone", async () => {
    await page.setViewportSize(phone);
    await page.getByRole("tab", { name: "Logga", exact: true }).click();
    await page.getByRole("combobox", { name: "Område" }).selectOption("Vinkelgatan");
    await picture(page, "arbete-logga-phone-day");
    await page.getByRole("button", { name: "Logga", exact: true }).click();
    await expect(page.getByText("Loggat. Räknas i löftet, för 1 åtagande.")).toBeVisible();
  });

  await expect.poll(async () => counted(await bar.innerText())).toBe(before + 1);

  await test.step("draws where it went", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("radio", { name: "Trafikkontroll" }).check();
    await page.getByRole("radio", { name: "Rita på kartan" }).check();
    const canvas = page.locator("canvas.maplibregl-canvas");
    for (const [x, y] of [
      [420, 260],
      [470, 330],
      [520, 420],
    ] as const)
      await canvas.click({ position: { x, y } });
    await expect(page.getByText("3 punkter.")).toBeVisible();
    await page.getByRole("button", { name: "Ångra punkt" }).click();
    await expect(page.getByText("2 punkter.")).toBeVisible();
    await picture(page, "arbete-logga-linje-wide-day");
    await page.getByRole("button", { name: "Logga", exact: true }).click();
    await expect(page.getByText("Loggat. Räknas i löftet")).toBeVisible();
  });
  await expect.poll(async () => counted(await bar.innerText())).toBe(before + 2);

  await test.step("the public count follows with the next release", async () => {
    await visitor.reload();
    expect(counted(await publicCard.innerText())).toBe(publicBefore);
    execFileSync(process.execPath, ["../server/trygg.mjs", "release", "presence"], {
      env: { ...process.env, DATA_DIR: process.env["E2E_DATA_DIR"] },
    });
    await visitor.reload();
    await expect(publicCard).toContainText("av 200");
    expect(counted(await publicCard.innerText())).toBe(before + 2);
    await visitor.close();
  });
});
