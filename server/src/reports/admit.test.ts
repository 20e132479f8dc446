import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { provenReport, report } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";
import { admitReport } from "./admit.ts";

const WAIT_MS = 1500;

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

describe("a report without work done for it", () => {
  it("is stored after a moment, and one with a proof at once", async () => {
    const services = await openTestServices({ limits: true });
    const resident = await callerFor(services, "resident");
    expect(await timeOf(() => resident.reports.submit(report()))).toBeGreaterThan(WAIT_MS * 0.95);
    expect(await timeOf(() => resident.reports.submit(provenReport()))).toBeLessThan(WAIT_MS / 2);
    expect(await services.rows("select unproven from reports order by unproven")).toEqual([
      { unproven: false },
      { unproven: true },
    ]);
  });

  it("is treated the same when its proof is another report's", async () => {
    const services = await openTestServices({ limits: true });
    const resident = await callerFor(services, "resident");
    const { proof = "" } = provenReport();
    await resident.reports.submit(report({ proof }));
    expect(await services.rows("select unproven from reports")).toEqual([{ unproven: true }]);
  });

  it("does not wait where limits are off", async () => {
    const services = await openTestServices();
    const resident = await callerFor(services, "resident");
    expect(await timeOf(() => resident.reports.submit(report()))).toBeLessThan(WAIT_MS / 2);
  });

  it("is told to come again when very many wait already", async () => {
    const services = await openTestServices({ limits: true });
    const waiting = Array.from({ length: 300 }, (_, each) => admitReport(services, `${each}`, report()));
    const { code, details } = await refusal(admitReport(services, "late", report()));
    expect([code, details.retryAfterSeconds]).toEqual(["tooManyRequests", 2]);
    await Promise.all(waiting);
    await admitReport(services, "later", report());
  });
});
