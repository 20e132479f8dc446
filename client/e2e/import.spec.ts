import { expect, settled, signIn, test } from "./journey.ts";

const inventory = [
  "Nr;Long;Lat;Höjd;Ägare;Status",
  "E2E-1;14.8640;56.1694;4,5;Kommunen;i drift",
  "E2E-2;14.8642;56.1695;612;Kommunen;i drift",
  "E2E-3;14.8644;56.1696;;Trafikverket;släckt",
].join("\r\n");

test("a planner tries an inventory of lamps, sees what is wrong, and brings in the rest", async ({
  page,
  picture,
}) => {
  await signIn(page, "Planerare");
  await page.getByRole("tab", { name: "För in" }).click();
  await page.getByLabel(/^Fil/).setInputFiles({
    name: "lampor.csv",
    mimeType: "text/csv",
    // As a spreadsheet on Windows writes it.
    buffer: Buffer.from(inventory, "latin1"),
  });
  await page.getByRole("button", { name: "Prova" }).click();
  await expect(page.getByText("Ett prov: inget är sparat än.")).toBeVisible();
  await expect(page.getByRole("row", { name: /^2 E2E-2 Höjd: väntade 0.5–60, fick 612/ })).toBeVisible();
  await expect(page.getByText("Igenkänt som WGS 84 (EPSG:4326) av var staden ligger.")).toBeVisible();
  await picture(page, "arbete-infor-wide-day");
  await page.getByRole("button", { name: "För in de 2 rader som går" }).click();
  await expect(page.getByText("Infört: 2.")).toBeVisible();
  await expect(page.getByText(/av Planerare\. 2 av 3 rader nya eller ändrade, 1 avvisade\.$/)).toBeVisible();
  await settled(page);
  const layer = await page.request.get("/trpc/layers.lighting");
  expect(await layer.text()).toContain('"E2E-3"');
});
