/** What a town sets for itself, and who sees it. */
import { accessibilityFaults, chooseInList, expect, phone, test } from "./journey.ts";

test("a coordinator closes for reports: a resident without script is told, one who wrote before still counts", async ({
  page,
  browser,
  picture,
}) => {
  const resident = await browser.newContext({ viewport: phone });
  const writing = await resident.newPage();
  await writing.goto("/rapportera");
  await chooseInList(writing, "Stortorget", "Stortorget");
  await writing.getByRole("button", { name: "Nästa" }).click();
  await writing.getByRole("radio", { name: "Otryggt", exact: true }).check();
  await writing.getByRole("checkbox", { name: "Folktomt" }).check();
  await writing.getByRole("radio", { name: "Mörkt" }).check();
  await writing.getByRole("button", { name: "Nästa" }).click();
  await resident.setOffline(true);
  await writing.getByRole("button", { name: "Skicka", exact: true }).click();
  await expect(writing.getByText("Rapporten ligger kvar i din telefon.")).toBeVisible();

  await page.goto("/logga-in");
  await page.getByLabel("E-post").fill("samordnare@demo.local");
  await page.getByLabel("Lösenord").fill("demo-karlshamn");
  await page.getByRole("button", { name: "Logga in" }).click();
  await page.getByRole("tab", { name: "Inställningar" }).click();
  const section = page.getByRole("region", { name: "Ta emot rapporter" });
  await section.getByRole("button", { name: "Ändra Ta emot rapporter" }).click();
  await section.getByRole("radio", { name: "Stängt" }).check();
  await section.getByLabel("Text när det är stängt (Svenska)").fill("Vi läser era svar nu.");
  await section.getByRole("button", { name: "Spara" }).click();
  const english = section.getByLabel("Text när det är stängt (English)");
  await expect(english).toBeFocused();
  await expect(english).toHaveAccessibleDescription("Fyll i det här.");
  await english.fill("We read your answers now.");
  expect(await accessibilityFaults(page)).toEqual([]);
  await picture(page, "arbete-installningar-wide-day");
  await section.getByRole("button", { name: "Spara" }).click();
  await expect(section.getByText("Sparat. Alla ser det nu.")).toBeVisible();
  await expect(section.getByText("Stängt sedan 23 november 2026")).toBeVisible();

  const plain = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
  const told = await plain.newPage();
  await told.goto("/rapportera");
  await expect(told.getByRole("heading", { name: "Just nu går det inte att rapportera" })).toBeVisible();
  await expect(told.getByText("Vi läser era svar nu.")).toBeVisible();
  for (const name of ["112", "114 14", "Felanmälan till kommunen", "Följ rapporten", "Se kartan"])
    await expect(told.getByRole("link", { name, exact: true })).toBeVisible();
  await picture(told, "rapportera-stangt-phone-day");
  const scripted = await page.context().newPage();
  await scripted.goto("/rapportera");
  await expect(scripted.getByText("Vi läser era svar nu.")).toBeVisible();
  expect(await accessibilityFaults(scripted)).toEqual([]);
  await scripted.close();

  await resident.setOffline(false);
  await expect(writing.getByText("Tack. Rapporten är sparad.")).toBeVisible();

  await section.getByRole("button", { name: "Ångra" }).click();
  await expect(section.getByText("Ångrat. Det är som innan.")).toBeVisible();
  await told.reload();
  await expect(told.getByRole("heading", { name: "Hur känns det här?" })).toBeVisible();
  await plain.close();
  await resident.close();
});
