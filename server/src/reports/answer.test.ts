import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { measure, report, spotIn } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";
import { clearExpired } from "../retention/clear.ts";

/** A report of one day in Hamnparken, and a measure there that is done at noon of another. */
async function openAfterMeasure({ reported = "2026-10-02", done = "2026-11-10" } = {}) {
  const services = await openTestServices({ at: reported });
  const resident = await callerFor(services, "resident");
  // Signed in anew each time: a session ends before the clock has gone that far.
  const planner = () => callerFor(services, "planner");
  const { receipt } = await resident.reports.submit(report({ voice: "mine" }));
  services.clock.set(done);
  const { id } = await (await planner()).measures.save(measure({ state: "done" }));
  const counts = async () =>
    (await (await planner()).measures.list()).find((each) => each.id === id)?.answers ?? "none has answered";
  return { services, resident, planner, receipt, id, counts };
}

describe("how it feels after a measure", () => {
  it("is asked of whoever reported before it was done, and counted for staff", async () => {
    const { resident, receipt, id, counts } = await openAfterMeasure();
    expect((await resident.reports.receipt({ receipt })).asks).toEqual([id]);
    expect(await counts()).toBe("none has answered");
    expect(await resident.reports.answer({ receipt, measure: id, answer: "better" })).toEqual({
      counted: true,
    });
    expect(await counts()).toEqual({ better: 1, same: 0, worse: 0 });
    expect(await resident.reports.receipt({ receipt })).not.toHaveProperty("asks");
  });

  it("counts once for a receipt, also when it is sent five times at the same moment", async () => {
    const { resident, receipt, id, counts } = await openAfterMeasure();
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => resident.reports.answer({ receipt, measure: id, answer: "same" })),
    );
    expect(sent.filter(({ counted }) => counted)).toHaveLength(1);
    expect(await resident.reports.answer({ receipt, measure: id, answer: "worse" })).toEqual({
      counted: false,
    });
    expect(await counts()).toEqual({ better: 0, same: 1, worse: 0 });
  });

  it("adds up over receipts", async () => {
    const { services, resident, receipt, id, counts } = await openAfterMeasure();
    services.clock.set("2026-10-03");
    const other = await resident.reports.submit(report({ voice: "another" }));
    await resident.reports.answer({ receipt, measure: id, answer: "worse" });
    await resident.reports.answer({ receipt: other.receipt, measure: id, answer: "worse" });
    expect(await counts()).toEqual({ better: 0, same: 0, worse: 2 });
  });

  it("is not asked of whoever reported afterwards, elsewhere, or while nothing is done", async () => {
    const { services, resident, planner, id } = await openAfterMeasure();
    services.clock.set("2026-11-11");
    const open = await (await planner()).measures.save(measure({ state: "underWay" }));
    const later = (await resident.reports.submit(report())).receipt;
    const elsewhere = (await resident.reports.submit(report({ at: spotIn("stortorget") }))).receipt;
    for (const [receipt, about] of [
      [later, id],
      [later, open.id],
      [elsewhere, id],
    ] as const) {
      expect(await resident.reports.receipt({ receipt })).not.toHaveProperty("asks");
      const refused = await refusal(resident.reports.answer({ receipt, measure: about, answer: "better" }));
      expect(refused.code).toBe("notFound");
    }
  });

  it("needs a code that belongs to a report", async () => {
    const { resident, receipt, id } = await openAfterMeasure();
    await resident.reports.withdraw({ receipt });
    for (const code of [receipt, "ABCD-EFGH-JKMN"]) {
      const refused = await refusal(resident.reports.answer({ receipt: code, measure: id, answer: "same" }));
      expect(refused.code).toBe("notFound");
    }
  });

  it("is kept as a count and a tag that leads to no report", async () => {
    const { services, resident, receipt, id } = await openAfterMeasure();
    await resident.reports.answer({ receipt, measure: id, answer: "better" });
    expect(await services.rows("select * from measure_answers")).toEqual([
      { area: "hamnparken", measure_id: id, answer: "better", count: 1 },
    ]);
    const [tag] = await services.rows<{ tag: Buffer }>("select tag, month::text from answered_receipts");
    expect(tag).toEqual({ tag: expect.any(Buffer), month: "2026-10-01" });
    const [row = {}] = await services.rows("select * from reports");
    const hashes = Object.values(row).filter((value) => Buffer.isBuffer(value));
    expect(hashes.length).toBeGreaterThan(0);
    expect(hashes.filter((hash) => hash.equals(tag?.tag ?? hash))).toEqual([]);
  });

  it("is told neither to the public nor to partners", async () => {
    const { services, resident, receipt, id } = await openAfterMeasure();
    await resident.reports.answer({ receipt, measure: id, answer: "better" });
    const partner = await callerFor(services, "partner");
    const told = [await partner.measures.list(), await resident.measures.public()];
    expect(JSON.stringify(told)).not.toMatch(/"(answers|better)"/);
    for (const role of ["police", "coordinator"] as const)
      expect(JSON.stringify(await (await callerFor(services, role)).measures.list())).toContain('"better":1');
  });

  it("does not count for a report that counts in nothing else, and says nothing of it", async () => {
    const { services, resident, receipt, id, counts } = await openAfterMeasure();
    await services.rows("update reports set weight = 0");
    expect(await resident.reports.answer({ receipt, measure: id, answer: "better" })).toEqual({
      counted: true,
    });
    expect(await counts()).toBe("none has answered");
  });

  it("is forgotten of the receipt when its report is gone, and the count stays", async () => {
    const { services, resident, receipt, id, counts } = await openAfterMeasure();
    await resident.reports.answer({ receipt, measure: id, answer: "better" });
    services.clock.set("2028-10-02");
    await clearExpired(services);
    expect(await services.rows("select * from reports")).toEqual([]);
    expect(await services.rows("select * from answered_receipts")).toHaveLength(1);
    services.clock.set("2028-11-01");
    await clearExpired(services);
    expect(await services.rows("select * from answered_receipts")).toEqual([]);
    expect(await counts()).toEqual({ better: 1, same: 0, worse: 0 });
  });
});

describe("a receipt in an area with released presence", () => {
  it("tells the latest released week, and nothing live", async () => {
    const services = await openTestServices({ demonstration: true });
    const resident = await callerFor(services, "resident");
    const { receipt } = await resident.reports.submit(report({ at: spotIn("stortorget") }));
    const { presence } = await resident.reports.receipt({ receipt });
    const released = services.releases.presence()?.patrolCoverage.features;
    expect(presence).toBeDefined();
    expect(presence).toEqual(released?.find(({ id }) => id === "stortorget")?.properties.weeks[0]);
  });
});
