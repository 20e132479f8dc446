import type { SettingValue } from "@trygg/shared/place/settings.ts";
import { describe, expect, it } from "vitest";
import { openTestApp } from "../testing/http.ts";
import { callerFor, refusal } from "../testing/people.ts";
import { report } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

const services = await openTestServices();
const { app } = await openTestApp(services);
const resident = await callerFor(services, "resident");
const coordinator = await callerFor(services, "coordinator");
const open = { closed: null, from: null, to: null, text: null };

let version = 0;
async function set(campaign: Partial<SettingValue<"campaign">["campaign"]>) {
  const value = { campaign: { ...open, ...campaign } };
  ({ version } = await coordinator.place.saveSetting({ name: "campaign", value, version }));
}
const count = async () => (await services.rows<{ id: string }>("select id from reports")).length;
const post = async (fields: Record<string, string>) =>
  (
    await app.inject({
      method: "POST",
      url: "/rapportera",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams(fields).toString(),
    })
  ).payload;

describe("while the town takes no reports", () => {
  it("none is stored, and receipts go on", async () => {
    const { receipt } = await resident.reports.submit(report());
    const before = await count();
    await set({ closed: "2026-11-23" });
    expect(await refusal(resident.reports.submit(report()))).toMatchObject({ code: "reportingClosed" });
    const page = await post({
      step: "send",
      go: "done",
      place: "stortorget",
      feeling: "unsafe",
      reasons: "lighting",
      light: "dark",
    });
    expect(page).toContain('"shown":{"kind":"closed","lost":true}');
    expect(await count()).toBe(before);
    expect(await resident.reports.receipt({ receipt })).toMatchObject({ state: "received" });
    expect(await resident.reports.withdraw({ receipt })).toEqual({ state: "withdrawn" });
    await set({});
    await resident.reports.submit(report());
  });

  it("one that was written before counts for a week, and the day is not stored", async () => {
    await set({ to: "2026-11-20" });
    for (const writtenOn of ["2026-11-15", "2026-11-21", undefined])
      expect(
        await refusal(resident.reports.submit(report(writtenOn === undefined ? {} : { writtenOn }))),
      ).toMatchObject({ code: "reportingClosed" });
    const before = await count();
    await resident.reports.submit(report({ writtenOn: "2026-11-20" }));
    expect(await count()).toBe(before + 1);
    const rows = await services.rows("select * from reports");
    expect(JSON.stringify(rows)).not.toContain("2026-11-20");
    await set({});
  });

  it.each([
    [{ from: "2026-12-01" }, "2026-12-01"],
    [{ to: "2026-11-20" }, null],
  ])("the form says so instead of asking: %o", async (campaign, opensOn) => {
    await set({ ...campaign, text: { sv: "Vi läser svaren nu.", en: "We read the answers now." } });
    const { payload } = await app.inject("/rapportera");
    expect(payload).toContain('"shown":{"kind":"closed","lost":false}');
    expect(payload).toContain(`"reporting":{"open":false,"opensOn":${JSON.stringify(opensOn)}`);
    await set({});
  });
});
