import { eulumdat } from "@trygg/shared/photometry/samples.ts";
import { accessibilityFaults, beyondWindow, expect, looks, settled, signIn, test } from "./journey.ts";

const file = (name: string, text: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(text, "latin1"),
});

test("a planner gives a lamp a luminaire from its file, moves it, and takes it back", async ({
  page,
  picture,
}) => {
  await signIn(page, "Planerare");

  await test.step("a file that does not give what it says is refused with line and reason", async () => {
    await page.getByRole("tab", { name: "Armaturer" }).click();
    await expect(page.getByText("platshållare", { exact: true })).toBeVisible();
    const chosen = page.getByLabel("Välj tillverkarens fil");
    await chosen.setInputFiles(file("halv.ldt", eulumdat({ lightOutput: "50" })));
    await expect(page.getByRole("alert")).toContainText(
      "Rad 63: tabellen ger 4000 lm, men filen säger 2000 lm",
    );
    await chosen.setInputFiles(file("v35.ldt", eulumdat()));
    await expect(page.getByRole("heading", { name: "Väglykta 35" })).toBeVisible();
    await expect(page.getByRole("img", { name: /^Starkast är/ }).first()).toBeVisible();
    await picture(page, "arbete-armatur-wide-day");
    await page.getByRole("button", { name: "Lägg till armaturen" }).click();
    await expect(page.getByText("Sparat: Väglykta 35.")).toBeVisible();
  });

  await test.step("a lamp is moved with the arrow keys, gets the luminaire and a direction", async () => {
    await page.getByRole("tab", { name: "Lampor" }).click();
    await page.getByRole("button", { name: /^demo-02-004/ }).click();
    const east = page.getByLabel("Öst, m");
    const stood = Number(await east.inputValue());
    await page.getByRole("button", { name: /^Lampa demo-02-004/ }).press("ArrowRight");
    await page.getByRole("button", { name: /^Lampa demo-02-004/ }).press("Shift+ArrowRight");
    expect(Number(await east.inputValue())).toBeCloseTo(stood + 5.5, 2);
    await page.getByLabel("Armatur", { exact: true }).selectOption({ label: "Väglykta 35" });
    await page.getByRole("slider", { name: "Vrid gatusidan" }).fill("135");
    await expect(page.getByText("135°, mot sydost")).toBeVisible();
    await page.getByRole("button", { name: "Spara" }).click();
    await expect(page.getByText("Sparat: demo-02-004.")).toBeVisible();
    await expect(page.getByText("Armatur: Okänd → Väglykta 35")).toBeVisible();
    await picture(page, "arbete-lampa-wide-day");
  });

  await test.step("both panels are as accessible as all else, at a desk and on a phone", async () => {
    for (const { viewport, theme } of looks) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: theme === "night" ? "dark" : "light" });
      for (const panel of ["Armaturer", "Lampor"]) {
        await page.getByRole("tab", { name: panel }).click();
        if (panel === "Lampor") await page.getByRole("button", { name: /^demo-02-004/ }).click();
        await settled(page);
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await beyondWindow(page)).toEqual([]);
      }
    }
  });

  await test.step("the last change is taken back, and the luminaire removed", async () => {
    await page.getByRole("button", { name: "Ångra senaste ändringen" }).click();
    await expect(page.getByText("Ångrat: demo-02-004 är som innan.")).toBeVisible();
    await page.getByRole("tab", { name: "Armaturer" }).click();
    await page.getByRole("button", { name: "Ta bort Väglykta 35" }).click();
    await page.getByRole("button", { name: "Ja, ta bort" }).click();
    await expect(page.getByText("Borttagen: Väglykta 35.")).toBeVisible();
  });
});
