import { describe, expect, it } from "vitest";
import { publishRelease } from "../releases/publish.ts";
import { type TestApp, openTestApp } from "../testing/http.ts";
import { changed, readPublic } from "../testing/public-answers.ts";
import { patrol, report, spotIn } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

/** Twelve reports, each another voice: enough in one cell to move any class, were it told at once. */
async function reportTwelveTimes({ call }: TestApp, area: string): Promise<string[]> {
  const receipts = [];
  for (let device = 0; device < 12; device++) {
    const { status, data } = await call(
      "reports.submit",
      report({ at: spotIn(area), voice: `device ${device}` }),
    );
    expect(status).toBe(200);
    receipts.push((data as { receipt: string }).receipt);
  }
  return receipts;
}

describe("what a resident reads", () => {
  it("changes by no byte when twelve reports come in, one by one", async () => {
    const services = await openTestServices({ demonstration: true });
    const test = await openTestApp(services);
    const before = await readPublic(test);
    expect(before.size).toBeGreaterThan(30);
    const { call } = test;
    for (let device = 0; device < 12; device++) {
      await call("reports.submit", report({ at: spotIn("vinkelgatan"), voice: `device ${device}` }));
      expect(changed(before, await readPublic(test))).toEqual([]);
    }
  });

  it("changes by no byte when reports are withdrawn, presence is logged or points are looked at", async () => {
    const services = await openTestServices({ demonstration: true });
    const test = await openTestApp(services);
    const receipts = await reportTwelveTimes(test, "vinkelgatan");
    const before = await readPublic(test);
    for (const receipt of receipts) await test.call("reports.withdraw", { receipt });
    for (let day = 10; day < 20; day++)
      await test.call(
        "patrols.log",
        patrol({ from: `2026-11-${day}T09:00:00Z`, to: `2026-11-${day}T10:00:00Z` }),
        await test.signedIn("police"),
      );
    const planner = await test.signedIn("planner");
    await test.call("reports.giveReason", { reason: "Underlag för ny belysning" }, planner);
    await test.call("reports.list", {}, planner);
    expect(changed(before, await readPublic(test))).toEqual([]);
  });

  it("changes by no byte when the server is started anew or another node answers", async () => {
    const services = await openTestServices({ demonstration: true });
    const before = await readPublic(await openTestApp(services));
    await reportTwelveTimes(await openTestApp(services), "vinkelgatan");
    const other = { ...services, ...(await services.openNode()) };
    expect(changed(before, await readPublic(await openTestApp(other)))).toEqual([]);
  });

  it("changes with the next release", async () => {
    const services = await openTestServices({ demonstration: true });
    const test = await openTestApp(services);
    const before = await readPublic(test);
    const { call } = test;
    // Sixty more: whatever class and noise the cell had, it moves.
    for (let device = 0; device < 60; device++)
      await call("reports.submit", report({ at: spotIn("vinkelgatan"), voice: `device ${device}` }));
    services.clock.set("2026-12-01");
    await publishRelease(services, "reports");
    await publishRelease(services, "presence");
    const moved = changed(before, await readPublic(test));
    expect(moved).toEqual(
      expect.arrayContaining([
        "GET layers.unsafePlaces",
        "GET layers.patrolCoverage",
        "GET promise.ledger",
        "GET lagesbild.latest",
        "/releases/latest.json",
      ]),
    );
    // Old releases keep their bytes, and what holds nothing of reports stays.
    const old = [...before.keys()].filter((name) => /^(reports|presence)-/.test(name));
    expect(moved.filter((name) => old.includes(name))).toEqual([]);
    expect(moved).not.toContain("GET measures.public");
    expect(moved).not.toContain("GET layers.lighting");
  });
});
