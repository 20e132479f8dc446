import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { patrol, report } from "../testing/samples.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";
import { publishRelease } from "../releases/publish.ts";
import { clearExpired } from "./clear.ts";

const count = async (services: TestServices, table: string) =>
  Number((await services.rows<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n);

/** The last instant of a local day, and the first of the next. */
const lastOf = (day: string) => `${day}T23:59:59+01:00`;

describe("what the retention table no longer keeps", () => {
  it("is deleted on the written day: a report and its voices, not a moment before", async () => {
    const services = await openTestServices({ at: "2026-11-23" });
    const resident = await callerFor(services, "resident");
    const { receipt } = await resident.reports.submit(report({ light: "both", voice: "a device" }));
    services.clock.set(lastOf("2028-11-22"));
    expect(await clearExpired(services)).toMatchObject({ reports: 0 });
    expect(await count(services, "voices")).toBe(2);

    services.clock.advance(1000);
    expect(await clearExpired(services)).toMatchObject({ reports: 1 });
    expect(await count(services, "reports")).toBe(0);
    expect(await count(services, "voices")).toBe(0);
    expect((await refusal(resident.reports.receipt({ receipt }))).code).toBe("notFound");
  });

  it("takes a voice along only when none of its reports is left", async () => {
    const services = await openTestServices({ at: "2026-11-23" });
    const resident = await callerFor(services, "resident");
    await resident.reports.submit(report({ voice: "a device" }));
    services.clock.set("2026-12-24");
    await resident.reports.submit(report({ voice: "a device", reasons: ["deserted"] }));
    services.clock.set("2028-11-23");
    expect(await clearExpired(services)).toMatchObject({ reports: 1 });
    expect([await count(services, "reports"), await count(services, "voices")]).toEqual([1, 1]);
  });

  it("is nothing of a withdrawn report but its code, and in the end not even that", async () => {
    const services = await openTestServices({ at: "2026-11-23" });
    const resident = await callerFor(services, "resident");
    const { receipt } = await resident.reports.submit(report());
    await resident.reports.withdraw({ receipt });
    expect([await count(services, "reports"), await count(services, "voices")]).toEqual([0, 0]);
    services.clock.set(lastOf("2027-11-22"));
    await clearExpired(services);
    expect((await resident.reports.receipt({ receipt })).state).toBe("withdrawn");
    services.clock.advance(1000);
    expect(await clearExpired(services)).toMatchObject({ withdrawals: 1 });
    expect((await refusal(resident.reports.receipt({ receipt }))).code).toBe("notFound");
  });

  it("is presence with all its visits, and the log of what staff looked at", async () => {
    const services = await openTestServices({ at: "2026-11-23" });
    const police = await callerFor(services, "police");
    await police.patrols.log(patrol());
    const planner = await callerFor(services, "planner");
    await planner.reports.giveReason({ reason: "Underlag för ny belysning" });
    services.clock.set("2028-11-23");
    expect(await clearExpired(services)).toMatchObject({ presence: 0, auditLog: 1 });
    expect(await count(services, "audit_log")).toBe(0);
    // The presence ended on 20 November 2026.
    services.clock.set(lastOf("2029-11-19"));
    expect(await clearExpired(services)).toMatchObject({ presence: 0 });
    services.clock.advance(1000);
    expect(await clearExpired(services)).toMatchObject({ presence: 1 });
    expect([await count(services, "patrol_visits"), await count(services, "patrol_stays")]).toEqual([0, 0]);
  });

  it("changes no public byte until the next release, and leaves the promise of a past year as it was told", async () => {
    const services = await openTestServices({ at: "2026-11-23" });
    const police = await callerFor(services, "police");
    await police.patrols.log(patrol());
    const counted = () =>
      services.releases.ledger(2026)?.commitments.find(({ id }) => id === "police-presence")?.count;
    await publishRelease(services, "presence");
    expect(counted()).toBe(1);
    const before = services.releases.latest().plain.toString();

    services.clock.set("2029-11-20");
    await clearExpired(services);
    await services.releases.reload();
    expect(services.releases.latest().plain.toString()).toBe(before);
    await publishRelease(services, "presence");
    expect(services.releases.latest().plain.toString()).not.toBe(before);
    expect(counted()).toBe(1);
  });
});
