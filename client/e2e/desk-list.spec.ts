import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "./journey.ts";
import { startOwnServer } from "./own-server.ts";

/** The demonstration's reports again and again, on other days, until there are so many. */
async function fill(folder: string, reports: number): Promise<void> {
  const name = "trygghetskartan";
  const client = new pg.Client({ host: join(folder, "postgres"), port: 5432, user: name, database: name });
  await client.connect();
  await client.query(
    `insert into reports (client_key_hash, receipt_hash, received_on, feeling, east, north, square, area, reasons, bins, light, impact, voice_day, voice_dark, weight)
     select uuid_send(gen_random_uuid()), uuid_send(gen_random_uuid()), received_on - (random() * 300)::int, feeling, east, north, square, area,
       reasons, bins, light, impact, voice_day, voice_dark, 1
     from reports, generate_series(1, (select ceil($1::float8 / count(*))::int from reports where weight = 1)) where weight = 1`,
    [reports],
  );
  await client.query("vacuum analyze reports");
  await client.end();
}

// As a proof, `pnpm bench proof desk-scroll`: to store so many takes longer than a journey may.
for (const reports of process.env["DESK_REPORTS"] ? [Number(process.env["DESK_REPORTS"])] : [])
  test.describe("a list of very many reports", () => {
    const port = 4414;
    test.use({ baseURL: `http://127.0.0.1:${port}` });

    test("is scrolled and filtered without a wait", async ({ page }, info) => {
      test.setTimeout(180_000);
      const note = (type: string, ms: number) =>
        info.annotations.push({ type, description: String(Math.round(ms)) });
      const folder = mkdtempSync(join(tmpdir(), "trygg-e2e-list-"));
      const server = await startOwnServer({ PORT: String(port), DATA_DIR: folder });
      try {
        await fill(folder, reports);
        await page.goto("/logga-in");
        await page.getByLabel("E-post").fill("planerare@demo.local");
        await page.getByLabel("Lösenord").fill("demo-karlshamn");
        await page.getByRole("button", { name: "Logga in" }).click();
        await expect(page.getByRole("heading", { name: "Planerare", level: 1 })).toBeVisible();
        // No layer is on: how fast the map draws is measured elsewhere.
        await page.goto("/arbete#panel=reports&feeling=any&layers=");
        await page.getByLabel("Varför behöver du se enskilda rapporter?").fill("Mätning av listan");
        await page.getByRole("button", { name: "Visa enskilda rapporter" }).click();
        await expect(page.locator('[data-row="0"]')).toContainText("20");
        await page.waitForTimeout(3000);
        await page.evaluate(() => {
          const tasks: number[] = [];
          new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) tasks.push(duration);
          }).observe({ type: "longtask" });
          Object.assign(globalThis, { tasks });
        });

        for (let jump = 0; jump < 20; jump++) {
          const to = ((jump * 7919) % 97) / 97;
          const ms = await page.evaluate(async (share) => {
            const panel = document.querySelector('[role="tabpanel"]') as HTMLElement;
            const started = performance.now();
            panel.scrollTo(0, panel.scrollHeight * share);
            const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
            const isThere = () => {
              const { top, bottom } = panel.getBoundingClientRect();
              const rows = [...panel.querySelectorAll<HTMLElement>("[data-row]")].filter((row) => {
                const box = row.getBoundingClientRect();
                return box.bottom > top && box.top < bottom;
              });
              return rows.length > 3 && rows.every((row) => !row.textContent.includes("Hämtar"));
            };
            do await frame();
            while (!isThere());
            return performance.now() - started;
          }, to);
          note("scroll ms", ms);
        }

        await page.evaluate(() => document.querySelector('[role="tabpanel"]')?.scrollTo(0, 0));
        for (const label of ["Olästa", "Utan åtgärd", "Alla"]) note("filter ms", await untilListed(label));
        async function untilListed(label: string): Promise<number> {
          const before = await page.locator("[data-listed]").first().getAttribute("data-listed");
          return page.evaluate(
            async ([name, old]) => {
              const radio = [...document.querySelectorAll("label")].find(
                (each) => each.textContent.trim() === name,
              );
              const started = performance.now();
              radio?.click();
              const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
              do await frame();
              while (document.querySelector("[data-listed]")?.getAttribute("data-listed") === old);
              return performance.now() - started;
            },
            [label, before] as const,
          );
        }
        for (const task of await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks))
          note("task ms", task);
        // It would miss its server.
        await page.goto("about:blank");
      } finally {
        await server.stop();
      }
    });
  });
