import { describe, expect, it } from "vitest";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { callerFor, refusal } from "../testing/people.ts";
import { provenReport } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";
import { countReport, forgetOldSendingCounts } from "./sending-limit.ts";

const MINUTE = 60_000;

/** How many of so many reports one network gets through, each being counted before the next. */
async function send(services: Services, network: string, reports: number): Promise<number> {
  let through = 0;
  for (let each = 0; each < reports; each++) {
    if (isLetThrough(services, network)) through += 1;
    await services.afterwards.finished();
  }
  return through;
}

function isLetThrough(services: Services, network: string): boolean {
  try {
    countReport(services, network);
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === "tooManyRequests") return false;
    throw error;
  }
}

describe("a network that sends reports without end", () => {
  it("gets sixty through in ten minutes, and others are none the worse", async () => {
    const services = await openTestServices({ limits: true });
    expect(await send(services, "flood", 100)).toBe(60);
    expect(await send(services, "somebody else", 1)).toBe(1);
  });

  it("gets no more through across the border of two slots, and some again later", async () => {
    const services = await openTestServices({ limits: true });
    expect(await send(services, "flood", 40)).toBe(40);
    services.clock.advance(10 * MINUTE);
    expect(await send(services, "flood", 40)).toBe(20);
    services.clock.advance(20 * MINUTE);
    expect(await send(services, "flood", 70)).toBe(60);
  });

  it("is known on every node, and after a restart, from its next report on", async () => {
    const services = await openTestServices({ limits: true });
    await send(services, "flood", 60);
    const other = await services.openNode();
    expect(await send(other, "flood", 20)).toBe(1);
  });

  it("is told when to try again, and nothing of its report is stored", async () => {
    const services = await openTestServices({ limits: true });
    const resident = await callerFor(services, "resident");
    for (let each = 0; each < 60; each++) await resident.reports.submit(provenReport());
    const { code, details } = await refusal(resident.reports.submit(provenReport()));
    expect(code).toBe("tooManyRequests");
    expect(details.retryAfterSeconds).toBeGreaterThan(0);
    expect(details.retryAfterSeconds).toBeLessThanOrEqual(600);
    expect(await services.rows("select count(*)::int as count from reports")).toEqual([{ count: 60 }]);
  });

  it("leaves a number under a hash that is forgotten within the hour", async () => {
    const services = await openTestServices({ limits: true });
    await send(services, "198.51.100.7", 3);
    const kept = await services.rows<object>("select tag::text, count from sending_counts");
    expect(kept).toEqual([{ tag: expect.stringMatching(/^\\x[0-9a-f]{64}$/), count: 3 }]);
    services.clock.advance(30 * MINUTE);
    await forgetOldSendingCounts(services);
    expect(await services.rows("select * from sending_counts")).toEqual([]);
  });

  it("is not counted where limits are off", async () => {
    const services = await openTestServices({ limits: false });
    expect(await send(services, "flood", 100)).toBe(100);
  });
});
