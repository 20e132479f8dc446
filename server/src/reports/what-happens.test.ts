/** What a resident is told of what happens with a report (`form.happens` in the client's words) is true, point by point. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { voiceClasses } from "@trygg/shared/releases/rule.ts";
import { addMonths } from "@trygg/shared/time/local.ts";
import { expect, it } from "vitest";
import { publishRelease } from "../releases/publish.ts";
import { clearExpired } from "../retention/clear.ts";
import { root } from "../root.ts";
import { callerFor, refusal } from "../testing/people.ts";
import { report, spotIn } from "../testing/samples.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";

const SENT = "2026-10-15";

/** A store that holds one report, sent from a place between the lines of the grid. */
async function openWithReport() {
  const services = await openTestServices({ at: SENT });
  const resident = await callerFor(services, "resident");
  const { lng, lat } = spotIn("hamnparken");
  const { receipt } = await resident.reports.submit(
    report({ at: { lng: lng + 0.00005, lat: lat + 0.00003 }, voice: "a device" }),
  );
  return { services, resident, receipt };
}

const rows = (services: TestServices) => services.rows("select * from reports");

const truths: Record<string, () => Promise<void>> = {
  async kept() {
    const { services } = await openWithReport();
    const [row = {}] = await rows(services);
    expect(Object.keys(row).toSorted().join(" ")).toBe(
      "area bins burst client_key_hash east feeling id impact light north reasons receipt_hash received_on " +
        "square unproven voice_dark voice_day weight",
    );
    const [day] = await services.rows<{ type: string }>(
      "select data_type as type from information_schema.columns where table_name = 'reports' and column_name = 'received_on'",
    );
    expect(day?.type).toBe("date");
  },

  async place() {
    const { services } = await openWithReport();
    const [row] = await services.rows<{ east: number; north: number }>("select east, north from reports");
    expect([row && row.east % 10, row && row.north % 10]).toEqual([0, 0]);
  },

  async seen() {
    const { services } = await openWithReport();
    for (const role of ["planner", "coordinator"] as const) {
      const caller = await callerFor(services, role);
      expect((await caller.reports.list()).grain).toBe("square");
      await caller.reports.giveReason({ reason: "Underlag för ny belysning" });
      expect((await caller.reports.list()).grain).toBe("point");
    }
  },

  async police() {
    const { services } = await openWithReport();
    const police = await callerFor(services, "police");
    expect((await refusal(police.reports.list())).code).toBe("notAllowed");
    expect((await police.reports.summary()).squares).toHaveLength(1);
  },

  async shown() {
    const { services } = await openWithReport();
    services.clock.set("2026-11-23");
    await publishRelease(services, "reports");
    const features = services.releases.reports()?.unsafePlaces.features ?? [];
    expect(features.map(({ id }) => id).toSorted()).toEqual([...services.town.areas.keys()].toSorted());
    for (const { unsafeDay, unsafeDark, safeDay, safeDark } of features.map(({ properties }) => properties))
      for (const told of [unsafeDay, unsafeDark, safeDay, safeDark]) expect(voiceClasses).toContain(told);
  },

  async code() {
    const { services, resident, receipt } = await openWithReport();
    await resident.reports.withdraw({ receipt });
    expect(await rows(services)).toEqual([]);
  },

  async ends() {
    const { services } = await openWithReport();
    const { reports: months } = services.town.retention;
    const end = addMonths(SENT, months);
    services.clock.set(`${end}T00:00:01+02:00`);
    services.clock.advance(-2000);
    await clearExpired(services);
    expect(await rows(services)).toHaveLength(1);
    services.clock.advance(2000);
    await clearExpired(services);
    expect(await rows(services)).toEqual([]);
  },
};

const words = JSON.parse(readFileSync(join(root, "client/src/i18n/sv.json"), "utf8")) as {
  form: { happens: { points: Record<string, string> } };
};
const { points } = words.form.happens;

it("has a test for every point", () => {
  expect(Object.keys(truths)).toEqual(Object.keys(points));
});

it.each(Object.entries(points))("%s: %s", async (point) => {
  await expect(truths[point]?.()).resolves.toBeUndefined();
});
