import { addDays } from "@trygg/shared/time/local.ts";
import { describe, expect, it } from "vitest";
import { publishRelease } from "../../releases/publish.ts";
import { callerFor, refusal } from "../../testing/people.ts";
import { provenReport, report, spotIn, squareOf } from "../../testing/samples.ts";
import { type TestServices, openTestServices } from "../../testing/services.ts";
import { submitReport } from "../submit.ts";
import { clearRemovedBursts, listBursts } from "./decide.ts";
import { setBurstsApart } from "./find.ts";
import { watchForBurst } from "./watch.ts";

const TODAY = "2026-11-23";
/** An area of which the story tells nothing. */
const AREA = "vinkelgatan";

/** The town's story, which says what is usual, and who asks. */
async function openTown() {
  const services = await openTestServices({ demonstration: true, limits: true });
  return {
    services,
    resident: await callerFor(services, "resident"),
    coordinator: await callerFor(services, "coordinator"),
  };
}

/** Reports of devices of their own, one each day of the week in turn; past the limits, as if from many networks. */
async function brigade(services: TestServices, count: number, square = 0): Promise<string[]> {
  const receipts = [];
  for (let each = 0; each < count; each++) {
    services.clock.set(addDays(TODAY, -(each % 7)));
    const input = report({ at: spotIn(AREA, square), voice: `${square} ${each}` });
    receipts.push((await submitReport({ ...services, limits: false }, input)).receipt);
  }
  services.clock.set(TODAY);
  await services.afterwards.finished();
  return receipts;
}

const look = (services: TestServices) =>
  setBurstsApart(services, { from: addDays(TODAY, -60), to: TODAY, squares: null });

const reportsIn = async ({ coordinator }: Awaited<ReturnType<typeof openTown>>) =>
  (await coordinator.reports.summary({ areas: [AREA] })).total.reports;

describe("very many reports from one place in a week", () => {
  it("are set apart from every figure, and their receipts say so", async () => {
    const town = await openTown();
    const before = await reportsIn(town);
    const [receipt = ""] = await brigade(town.services, 40);
    expect(await reportsIn(town)).toBe(before + 40);
    await look(town.services);
    expect(await reportsIn(town)).toBe(before);
    expect((await town.coordinator.reports.list({ areas: [AREA] })).total.reports).toBe(before);
    expect(await town.resident.reports.receipt({ receipt })).toMatchObject({
      state: "received",
      apart: "waiting",
    });
    expect(await town.coordinator.reports.bursts()).toMatchObject([
      {
        feeling: "unsafe",
        squares: [squareOf(AREA)],
        reports: 40,
        unproven: 0,
        from: addDays(TODAY, -6),
        to: TODAY,
        decision: null,
      },
    ]);
  });

  it("are found while they come in, without anybody asking", async () => {
    const { services, resident, coordinator } = await openTown();
    for (let each = 0; each < 30; each++) await resident.reports.submit(provenReport({ at: spotIn(AREA) }));
    await services.afterwards.finished();
    const [burst] = await coordinator.reports.bursts();
    expect(burst).toMatchObject({ reports: 30, unproven: 0 });
  });

  it("are found before a release, and leave it as it would be without them", async () => {
    const [with40, without] = [await openTown(), await openTown()];
    await brigade(with40.services, 40);
    for (const { services } of [with40, without]) {
      services.clock.set("2026-12-05");
      await publishRelease(services, "reports");
    }
    const told = (services: TestServices) => services.releases.reports()?.unsafePlaces;
    expect(told(with40.services)).toEqual(told(without.services));
    expect(await listBursts(with40.services)).toHaveLength(1);
  });

  it("along a street are one group, and one that is told of safety is another", async () => {
    const { services, coordinator } = await openTown();
    for (const square of [0, 1]) await brigade(services, 30, square);
    for (let each = 0; each < 30; each++)
      await submitReport(
        { ...services, limits: false },
        report({ at: spotIn(AREA), feeling: "safe", reasons: ["well-lit"] }),
      );
    await look(services);
    const bursts = await coordinator.reports.bursts();
    expect(bursts.map(({ feeling, reports }) => [feeling, reports]).toSorted()).toEqual([
      ["safe", 30],
      ["unsafe", 60],
    ]);
  });

  it("are joined by those that come later, for a week and from the same place", async () => {
    const { services, resident } = await openTown();
    await brigade(services, 40);
    await look(services);
    services.clock.set(addDays(TODAY, 3));
    const late = await resident.reports.submit(provenReport({ at: spotIn(AREA) }));
    const elsewhere = await resident.reports.submit(provenReport({ at: spotIn("stortorget") }));
    await services.afterwards.finished();
    expect(await resident.reports.receipt(late)).toMatchObject({ apart: "waiting" });
    expect(await resident.reports.receipt(elsewhere)).not.toHaveProperty("apart");
    services.clock.set(addDays(TODAY, 12));
    const after = await resident.reports.submit(provenReport({ at: spotIn(AREA) }));
    await services.afterwards.finished();
    expect(await resident.reports.receipt(after)).not.toHaveProperty("apart");
    expect((await listBursts(services))[0]?.reports).toBe(41);
  });

  it("are fewer where no work was done for them", async () => {
    const [proven, unproven] = [await openTown(), await openTown()];
    for (const { services } of [proven, unproven]) await brigade(services, 9);
    await unproven.services.rows("update reports set unproven = true where area = $1", [AREA]);
    for (const { services } of [proven, unproven]) await look(services);
    expect(await proven.coordinator.reports.bursts()).toHaveLength(0);
    expect(await unproven.coordinator.reports.bursts()).toMatchObject([{ reports: 9, unproven: 9 }]);
  });

  it("are one group also when two nodes look at the same time", async () => {
    const { services, coordinator } = await openTown();
    await brigade(services, 40);
    const other = await services.openNode();
    await Promise.all([look(services), setBurstsApart(other, { from: TODAY, to: TODAY, squares: null })]);
    expect(await coordinator.reports.bursts()).toMatchObject([{ reports: 40 }]);
  });

  it("are not looked for in what the town usually tells", async () => {
    const { services, coordinator } = await openTown();
    await setBurstsApart(services, { from: "2025-01-01", to: TODAY, squares: null });
    expect(await coordinator.reports.bursts()).toEqual([]);
  });

  it("count where limits are off", async () => {
    const services = await openTestServices({ demonstration: true });
    await brigade(services, 40);
    await look(services);
    expect(await services.rows("select * from bursts")).toEqual([]);
  });
});

describe("a coordinator", () => {
  async function openBurst() {
    const town = await openTown();
    const before = await reportsIn(town);
    const [receipt = ""] = await brigade(town.services, 40);
    await look(town.services);
    const [burst] = await town.coordinator.reports.bursts();
    if (!burst) throw new Error("expected a burst");
    return { ...town, before, receipt, id: burst.id };
  }

  it("lets a whole group count, and undoes it", async () => {
    const town = await openBurst();
    const { coordinator, resident, services, id, before, receipt } = town;
    await coordinator.reports.decideBurst({ id, decision: "counts" });
    expect(await reportsIn(town)).toBe(before + 40);
    expect(await resident.reports.receipt({ receipt })).not.toHaveProperty("apart");
    await look(services);
    expect(await reportsIn(town)).toBe(before + 40);
    await coordinator.reports.decideBurst({ id, decision: null });
    expect(await reportsIn(town)).toBe(before);
    const log = await services.rows(
      "select details from audit_log where action = 'reports.decideBurst' order by at",
    );
    expect(log).toHaveLength(2);
  });

  it("takes a whole group away, and undoes it", async () => {
    const town = await openBurst();
    const { coordinator, resident, id, before, receipt } = town;
    await coordinator.reports.decideBurst({ id, decision: "removed" });
    expect(await reportsIn(town)).toBe(before);
    expect(await resident.reports.receipt({ receipt })).toMatchObject({ apart: "removed" });
    await coordinator.reports.decideBurst({ id, decision: null });
    await coordinator.reports.decideBurst({ id, decision: "counts" });
    expect(await reportsIn(town)).toBe(before + 40);
  });

  it("does not overrule another who was quicker, and decides of no group that is not there", async () => {
    const { coordinator, id } = await openBurst();
    await coordinator.reports.decideBurst({ id, decision: "removed" });
    expect((await refusal(coordinator.reports.decideBurst({ id, decision: "counts" }))).code).toBe(
      "conflict",
    );
    const unknown = { id: "7f9c24e5-2c4a-4d47-9d4d-111111111111", decision: "counts" } as const;
    expect((await refusal(coordinator.reports.decideBurst(unknown))).code).toBe("notFound");
  });

  it("can undo for thirty days, after which what was taken away is gone for good", async () => {
    const { coordinator, resident, services, id, receipt } = await openBurst();
    await coordinator.reports.decideBurst({ id, decision: "removed" });
    services.clock.set(addDays(TODAY, 29));
    await clearRemovedBursts(services);
    expect(await listBursts(services)).toHaveLength(1);
    services.clock.set(addDays(TODAY, 30));
    const later = await callerFor(services, "coordinator");
    expect((await refusal(later.reports.decideBurst({ id, decision: null }))).code).toBe("conflict");
    services.clock.set(addDays(TODAY, 31));
    await clearRemovedBursts(services);
    expect(await services.rows("select * from bursts")).toEqual([]);
    expect(await services.rows("select * from reports where burst is not null")).toEqual([]);
    expect(await resident.reports.receipt({ receipt })).toMatchObject({ state: "withdrawn" });
    expect(
      await services.rows(
        "select tag from voices v where not exists (select from reports r where tag in (r.voice_day, r.voice_dark))",
      ),
    ).toEqual([]);
  });

  it("sees a report that its sender has taken back no more", async () => {
    const { coordinator, resident, receipt } = await openBurst();
    await resident.reports.withdraw({ receipt });
    expect((await coordinator.reports.bursts())[0]?.reports).toBe(39);
  });
});

describe("looking for bursts", () => {
  it("is done once for all that come at the same moment, also from one square", async () => {
    const services = await openTestServices({ limits: true });
    const begun: string[] = [];
    const afterwards = {
      ...services.afterwards,
      begin: (key: string, work: () => Promise<unknown>) => {
        begun.push(key);
        services.afterwards.begin(key, work);
      },
    };
    for (let each = 0; each < 20; each++)
      watchForBurst({ ...services, afterwards }, squareOf("stortorget", each % 2));
    expect(begun).toEqual(["bursts"]);
  });
});
