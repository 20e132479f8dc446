import { createHash } from "node:crypto";
import { accessibilityFaults, beyondWindow, expect, looks, signIn, test } from "./journey.ts";

test("a planner asks whether measures helped, by a plan that cannot be changed afterwards", async ({
  page,
  picture,
}) => {
  await signIn(page, "Planerare");
  await page.getByRole("tab", { name: "Åtgärder" }).click();
  const open = (title: string) => page.getByRole("button", { name: `Hjälpte det? ${title}` }).click();
  const panel = page.getByRole("tabpanel");

  await test.step("chooses how an idea will be followed, which is not frozen yet", async () => {
    await open("Belysta trappor på Möllebacken");
    await expect(panel.getByText("Planen fryses när åtgärden blir beslutad.")).toBeVisible();
    await panel.getByRole("button", { name: "Ändra planen" }).click();
    await panel.getByRole("radio", { name: "12 månader" }).check();
    await panel.getByRole("button", { name: "Spara planen" }).click();
    await expect(panel.getByText("Planen är sparad.")).toBeVisible();
    await expect(panel.getByText("12 hela månader från att den är klar")).toBeVisible();
    await panel.getByRole("button", { name: "Alla åtgärder" }).click();
  });

  await test.step("reads that it cannot be told, with the figures and what they cannot show", async () => {
    await open("Fler papperskorgar och tätare städning vid Fisktorget");
    await expect(panel.getByText("Går inte att säga", { exact: true })).toBeVisible();
    await expect(
      panel.getByText(/^\d+ % (färre|fler) än väntat, men slumpen ensam kan förklara det\.$/),
    ).toBeVisible();
    await expect(
      panel.getByRole("img", { name: /^Mot områden utan åtgärd: \d+ % (färre|fler) än väntat/ }),
    ).toBeVisible();
    await panel.getByRole("button", { name: "Alla åtgärder" }).click();
  });

  await open("Ny belysning på Stortorget");
  await test.step("finds the frozen plan under its day and hash, and the hash is that of its text", async () => {
    await expect(panel.getByText("Fryst 14 september 2026.")).toBeVisible();
    await panel.getByText("Visa planens text").click();
    const text = await panel.getByText(/^\{"baseline"/).innerText();
    const hash = createHash("sha256").update(text).digest("hex");
    await expect(panel.getByText(`SHA-256: ${hash}`)).toBeVisible();
    await expect(panel.getByText(/^Medel [\d,]+ lx, lägst [\d,]+ lx/)).toBeVisible();
    await expect(panel.getByText(/^Skiss, inte beslutsunderlag/)).toBeVisible();
  });

  for (const { size, theme, viewport } of looks)
    await test.step(`on ${size} by ${theme}`, async () => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: theme === "night" ? "dark" : "light" });
      // The map places its controls anew for a phone.
      if (size === "phone") {
        await page.reload();
        await open("Ny belysning på Stortorget");
      }
      await expect(panel.getByText("Fryst 14 september 2026.")).toBeVisible();
      await picture(page, `arbete-hjalpte-det-${size}-${theme}`);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await beyondWindow(page)).toEqual([]);
    });

  await test.step("takes it to a meeting on two sides of paper", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { name: "Ny belysning på Stortorget", level: 1 })).toBeVisible();
    await expect(page.getByRole("img", { name: "Karta över Stortorget med lampor" })).toBeVisible();
    const margin = { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" };
    const sheet = (await page.pdf({ format: "A4", margin })).toString("latin1");
    expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  });
});
