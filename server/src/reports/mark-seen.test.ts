import { describe, expect, it } from "vitest";
import { DAY_MS } from "@trygg/shared/time/local.ts";
import { clearExpired } from "../retention/clear.ts";
import { callerFor, refusal } from "../testing/people.ts";
import { report, spotIn } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

async function openWithReport() {
  const services = await openTestServices({ at: "2026-10-02" });
  const resident = await callerFor(services, "resident");
  /** A day's work of a planner who has opened single reports. */
  const mark = async (day: string, area: string, seen = true) => {
    services.clock.set(day);
    const planner = await callerFor(services, "planner");
    await planner.reports.giveReason({ reason: "Underlag för ny belysning" });
    return planner.reports.markSeen({ area, seen });
  };
  const { receipt } = await resident.reports.submit(report({ at: spotIn("hamnparken") }));
  /** On the day after, as a day is told once it is over. */
  const told = async () => {
    services.clock.advance(DAY_MS);
    const { state, seenOn } = await resident.reports.receipt({ receipt });
    return { state, seenOn };
  };
  return { services, mark, told };
}

describe("reports that staff have read", () => {
  it("are told by the receipts of the area, with the first day and no name", async () => {
    const { services, mark, told } = await openWithReport();
    await mark("2026-10-05", "stortorget");
    expect(await told()).toEqual({ state: "received", seenOn: undefined });
    for (const day of ["2026-10-06", "2026-10-09"]) {
      await mark(day, "hamnparken");
      expect(await told()).toEqual({ state: "seen", seenOn: "2026-10-06" });
    }
    expect(await services.rows("select area, day::text from seen_areas order by 2")).toEqual([
      { area: "stortorget", day: "2026-10-05" },
      { area: "hamnparken", day: "2026-10-06" },
      { area: "hamnparken", day: "2026-10-09" },
    ]);
  });

  it("are not said to be read by a look on the very day, which may have come before the report", async () => {
    const { mark, told } = await openWithReport();
    await mark("2026-10-02", "hamnparken");
    expect(await told()).toEqual({ state: "received", seenOn: undefined });
  });

  it("are not told before the day is over, so that nobody learns the minute", async () => {
    const { services, mark, told } = await openWithReport();
    await mark("2026-10-06", "hamnparken");
    services.clock.set("2026-10-06T23:59:00+02:00");
    services.clock.advance(-DAY_MS);
    expect(await told()).toEqual({ state: "received", seenOn: undefined });
    services.clock.set("2026-10-07T00:00:00+02:00");
    services.clock.advance(-DAY_MS);
    expect(await told()).toEqual({ state: "seen", seenOn: "2026-10-06" });
  });

  it("are unread again when the mark was a mistake", async () => {
    const { mark, told } = await openWithReport();
    await mark("2026-10-06", "hamnparken");
    await mark("2026-10-06", "hamnparken", false);
    expect(await told()).toEqual({ state: "received", seenOn: undefined });
  });

  it("can only be marked by those who have given a reason to see single ones, and in areas of the town", async () => {
    const { services, mark } = await openWithReport();
    const coordinator = await callerFor(services, "coordinator");
    const unread = coordinator.reports.markSeen({ area: "hamnparken", seen: true });
    expect((await refusal(unread)).code).toBe("notAllowed");
    expect((await refusal(mark("2026-10-06", "atlantis"))).code).toBe("unknownArea");
  });

  it("are forgotten with the reports of that day", async () => {
    const { services, mark } = await openWithReport();
    await mark("2026-10-02", "hamnparken");
    services.clock.set("2028-10-01T12:00:00+02:00");
    await clearExpired(services);
    expect(await services.rows("select 1 from seen_areas")).toHaveLength(1);
    services.clock.set("2028-10-02T12:00:00+02:00");
    await clearExpired(services);
    expect(await services.rows("select 1 from seen_areas")).toEqual([]);
  });
});
