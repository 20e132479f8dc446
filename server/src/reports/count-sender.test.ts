import { describe, expect, it } from "vitest";
import { clearExpired } from "../retention/clear.ts";
import { openTestApp } from "../testing/http.ts";
import { callerFor, refusal } from "../testing/people.ts";
import { report, spotIn } from "../testing/samples.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";

const counts = (services: TestServices) =>
  services.rows(
    "select to_char(month, 'YYYY-MM') as month, age, gender, count from sender_counts where count > 0 order by 1, 2, 3",
  );

/** The fields of a whole report as the form without script sends them. */
const fields = (more: Record<string, string>) => {
  const { lng, lat } = spotIn("hamnparken");
  const { clientKey } = report();
  const whole = { step: "send", go: "done", clientKey, lng: `${lng}`, lat: `${lat}`, feeling: "unsafe" };
  return new URLSearchParams({ ...whole, reasons: "lighting", light: "dark", ...more }).toString();
};
const formType = { "content-type": "application/x-www-form-urlencoded" };

describe("what those who report say of themselves", () => {
  it("adds one to a stratum of the month, and makes no row for a person", async () => {
    const services = await openTestServices({ at: "2026-11-23" });
    const resident = await callerFor(services, "resident");
    for (let sent = 0; sent < 3; sent++)
      await resident.reports.countSender({ age: "30-44", gender: "woman" });
    await resident.reports.countSender({ gender: "man" });
    services.clock.set("2026-12-01");
    await resident.reports.countSender({ age: "80-up" });
    expect(await counts(services)).toEqual([
      { month: "2026-11", age: "30-44", gender: "woman", count: 3 },
      { month: "2026-11", age: "unsaid", gender: "man", count: 1 },
      { month: "2026-12", age: "80-up", gender: "unsaid", count: 1 },
    ]);
  });

  it("does not tell by the number of a transaction which stratum was counted last, beside which report", async () => {
    const services = await openTestServices();
    const resident = await callerFor(services, "resident");
    await resident.reports.countSender({ age: "30-44", gender: "woman" });
    await resident.reports.submit(report());
    await resident.reports.countSender({ age: "80-up", gender: "other" });
    const [written] = await services.rows(
      "select count(distinct xmin::text)::int as transactions, count(*)::int as rows from sender_counts",
    );
    expect(written).toEqual({ transactions: 1, rows: 28 });
  });

  it("is counted to the last one when many send at once", async () => {
    const services = await openTestServices({ at: "2026-11-23" });
    const resident = await callerFor(services, "resident");
    const all = (["18-29", "65-79"] as const).flatMap((age) => Array.from({ length: 20 }, () => ({ age })));
    await Promise.all(all.map((sender) => resident.reports.countSender(sender)));
    expect(await counts(services)).toMatchObject([
      { age: "18-29", count: 20 },
      { age: "65-79", count: 20 },
    ]);
  });

  it.each([
    ["nothing", {}],
    ["an age in years", { age: "43" }],
    ["a gender of its own words", { gender: "x" }],
    ["anything of a report", { age: "30-44", receipt: "4K7M-X2PQ-9RTA" }],
  ])("is refused when it holds %s", async (_what, input) => {
    const services = await openTestServices();
    const resident = await callerFor(services, "resident");
    const sent = resident.reports.countSender(input as { age: "30-44" });
    expect((await refusal(sent)).code).toBe("invalidInput");
    expect(await counts(services)).toEqual([]);
  });

  it("comes from the form without script too, once for a report however often the page is sent", async () => {
    const services = await openTestServices({ at: "2026-11-23" });
    const { send } = await openTestApp(services);
    const body = fields({ age: "65-79", gender: "woman" });
    for (let sent = 0; sent < 2; sent++)
      expect((await send("POST", "/rapportera", body, formType)).status).toBe(200);
    await send("POST", "/rapportera", fields({}), formType);
    expect(await services.rows("select 1 from reports")).toHaveLength(2);
    expect(await counts(services)).toEqual([{ month: "2026-11", age: "65-79", gender: "woman", count: 1 }]);
  });

  it("is not counted again of whoever changes a report", async () => {
    const services = await openTestServices();
    const { send } = await openTestApp(services);
    const { receipt } = await (await callerFor(services, "resident")).reports.submit(report());
    const body = fields({ age: "65-79", replaces: receipt });
    expect((await send("POST", "/rapportera", body, formType)).status).toBe(200);
    expect(await services.rows("select 1 from withdrawals")).toHaveLength(1);
    expect(await counts(services)).toEqual([]);
  });

  it("is at most sixty from a network in ten minutes, and keeps nobody from reporting", async () => {
    const services = await openTestServices({ limits: true });
    const { call } = await openTestApp(services);
    for (let sent = 0; sent < 60; sent++)
      expect((await call("reports.countSender", { age: "18-29" })).status).toBe(200);
    expect((await call("reports.countSender", { age: "18-29" })).error.code).toBe("tooManyRequests");
    expect((await call("reports.submit", report())).status).toBe(200);
  });

  it("is deleted when the last day of its month has been kept for as long as the town says", async () => {
    const services = await openTestServices({ at: "2026-11-23" });
    await (await callerFor(services, "resident")).reports.countSender({ age: "18-29" });
    services.clock.set("2028-11-29T12:00:00+01:00");
    expect(await clearExpired(services)).toMatchObject({ senderCounts: 0 });
    services.clock.set("2028-11-30T12:00:00+01:00");
    expect(await clearExpired(services)).toMatchObject({ senderCounts: 28 });
    expect(await services.rows("select * from sender_counts")).toEqual([]);
  });
});
