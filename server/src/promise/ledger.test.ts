import type { Caller } from "@trygg/shared/accounts/schema.ts";
import { describe, expect, it } from "vitest";
import { publishRelease } from "../releases/publish.ts";
import { callerFor, refusal } from "../testing/people.ts";
import { measure, patrol, report } from "../testing/samples.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";

async function commitmentFor(services: TestServices, caller: Caller, id: string) {
  const ledger = await (await callerFor(services, caller)).promise.ledger();
  const found = ledger.commitments.find((each) => each.id === id);
  if (!found) throw new Error(`the ledger has no commitment ${id}`);
  return found;
}

const policeCount = async (services: TestServices, caller: Caller) =>
  (await commitmentFor(services, caller, "police-presence")).count;

async function logOn(services: TestServices, ...days: string[]) {
  const coordinator = await callerFor(services, "coordinator");
  for (const day of days)
    await coordinator.patrols.log(patrol({ from: `${day}T12:00:00Z`, to: `${day}T13:00:00Z` }));
}

describe("the ledger", () => {
  it("holds the twelve commitments of 2026 with their sentences, for everybody, before anything is published", async () => {
    const services = await openTestServices();
    const ledger = await (await callerFor(services, "resident")).promise.ledger();
    expect(ledger).toMatchObject({ year: 2026, asOf: null });
    expect(ledger.commitments.map(({ id }) => id)).toEqual([
      "lagesbild-published",
      "engagement",
      "joint-presence",
      "outreach",
      "guards-by-lagesbild",
      "night-walks",
      "police-presence",
      "business",
      "square-lighting",
      "open-care",
      "dialogue",
      "follow-up",
    ]);
    for (const { status, because, source } of ledger.commitments) {
      expect(status).toBe("cannotTell");
      expect(because).toBe("Inget är publicerat ännu.");
      expect(source.length).toBeGreaterThan(20);
    }
  });

  it.each(["planner", "police", "coordinator", "partner"] as const)("is live for a %s", async (role) => {
    const services = await openTestServices();
    expect(await policeCount(services, role)).toBe(0);
    await logOn(services, "2026-11-20");
    expect(await policeCount(services, role)).toBe(1);
  });

  it.each(["resident", "admin", "auditor"] as const)(
    "stands as it was last released for a %s",
    async (caller) => {
      const services = await openTestServices();
      await logOn(services, "2026-11-20");
      await publishRelease(services, "presence");
      await logOn(services, "2026-11-21");
      expect(await policeCount(services, caller)).toBe(1);
      services.clock.set("2026-11-30");
      await publishRelease(services, "reports");
      expect(await policeCount(services, caller)).toBe(2);
      expect((await (await callerFor(services, caller)).promise.ledger()).asOf).toBe("2026-11-30");
    },
  );

  it("is dated by its release, not by today", async () => {
    const services = await openTestServices();
    await publishRelease(services, "presence");
    services.clock.set("2026-12-05");
    expect((await (await callerFor(services, "resident")).promise.ledger()).asOf).toBe("2026-11-23");
    expect((await (await callerFor(services, "police")).promise.ledger()).asOf).toBe("2026-12-05");
  });

  it("does not count a suspected duplicate, a short stop or an unconfirmed party", async () => {
    const services = await openTestServices();
    await logOn(services, "2026-11-20", "2026-11-20");
    const partner = await callerFor(services, "partner");
    await partner.patrols.log(patrol({ kind: "other", parties: ["police"] }));
    const police = await callerFor(services, "police");
    await police.patrols.log(patrol({ kind: "traffic", to: "2026-11-20T20:10:00+01:00" }));
    expect(await policeCount(services, "police")).toBe(1);
  });

  it("tells months kept and missed of the joint presence", async () => {
    const services = await openTestServices();
    const coordinator = await callerFor(services, "coordinator");
    for (const day of ["2026-01-15", "2026-01-29", "2026-02-10"])
      await coordinator.patrols.log(
        patrol({
          kind: "other",
          parties: ["police", "municipality"],
          from: `${day}T12:00:00Z`,
          to: `${day}T13:00:00Z`,
        }),
      );
    const { status, months } = await commitmentFor(services, "coordinator", "joint-presence");
    expect(status).toBe("notKept");
    expect(months?.map(({ month, count, status: kept }) => [month, count, kept])).toEqual([
      ["2026-01", 2, "kept"],
      ["2026-02", 1, "missed"],
      ["2026-03", 0, "missed"],
      ["2026-04", 0, "missed"],
      ["2026-05", 0, "missed"],
    ]);
  });

  it("follows the lighting of the square by its measure", async () => {
    const services = await openTestServices();
    const planner = await callerFor(services, "planner");
    const commitment = () => commitmentFor(services, "planner", "square-lighting");
    const status = async () => (await commitment()).status;
    expect((await commitment()).areas).toEqual(["stortorget"]);
    expect(await commitmentFor(services, "planner", "police-presence")).not.toHaveProperty("areas");
    expect(await status()).toBe("cannotTell");
    const { id } = await planner.measures.save(measure({ area: "stortorget", state: "idea" }));
    expect(await status()).toBe("behind");
    await planner.measures.save(measure({ id, area: "stortorget", state: "underWay" }));
    expect(await status()).toBe("onTrack");
    await planner.measures.save(measure({ id, area: "stortorget", state: "underWay", to: "2027-01-31" }));
    expect(await commitment()).toMatchObject({
      status: "behind",
      because: "Åtgärden väntas bli klar först 31 januari 2027.",
    });
    await planner.measures.save(measure({ id, area: "stortorget", state: "done", to: "2026-11-20" }));
    expect(await status()).toBe("kept");
    await planner.measures.save(measure({ id, area: "stortorget", kind: "upkeep", state: "done" }));
    expect(await status()).toBe("cannotTell");
  });

  it("has Stortorget 2026 under way in the demonstration, as the public reads it", async () => {
    const services = await openTestServices({ demonstration: true });
    expect(await commitmentFor(services, "resident", "square-lighting")).toMatchObject({
      kind: "measure",
      status: "onTrack",
      areas: ["stortorget"],
      reason: { key: "measureUnderWay" },
    });
  });

  it("refuses a year without a promise, and says which there are", async () => {
    const resident = await callerFor(await openTestServices(), "resident");
    const refused = await refusal(resident.promise.ledger({ year: 2019 }));
    expect(refused).toMatchObject({
      code: "notFound",
      message: "expected a year with a promise (2026), got 2019",
    });
  });
});

describe("how many have taken part", () => {
  async function openWithVoices() {
    const services = await openTestServices({ at: "2025-06-01" });
    const resident = await callerFor(services, "resident");
    await resident.reports.submit(report());
    services.clock.set("2025-12-24");
    await resident.reports.submit(report());
    services.clock.set("2026-06-01");
    for (let sent = 0; sent < 3; sent++) await resident.reports.submit(report());
    services.clock.set("2026-11-23");
    return services;
  }

  it("is compared with the same months of the year before", async () => {
    const services = await openWithVoices();
    expect((await commitmentFor(services, "coordinator", "engagement")).reason).toEqual({
      key: "moreVoices",
      values: { now: 3, before: 1 },
    });
  });

  it("ends with its year, however late it is asked for", async () => {
    const services = await openWithVoices();
    services.clock.set("2027-07-01");
    const resident = await callerFor(services, "resident");
    await resident.reports.submit(report());
    const ledger = await (await callerFor(services, "coordinator")).promise.ledger({ year: 2026 });
    expect(ledger.commitments.find(({ id }) => id === "engagement")?.reason.values).toEqual({
      now: 3,
      before: 2,
    });
  });

  it("can be told on the leap day", async () => {
    const services = await openWithVoices();
    services.clock.set("2028-02-29");
    const ledger = await (await callerFor(services, "coordinator")).promise.ledger({ year: 2026 });
    expect(ledger.commitments).toHaveLength(12);
  });

  it.each(["partner", "resident", "admin", "auditor"] as const)(
    "is not told to a %s, who sees release areas only",
    async (caller) => {
      const services = await openWithVoices();
      await publishRelease(services, "reports");
      const told = await commitmentFor(services, caller, "engagement");
      expect(told.reason.key).toBe("nothingToCompare");
      expect(told).not.toHaveProperty("count");
    },
  );
});
