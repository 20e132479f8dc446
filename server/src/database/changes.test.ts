import { setTimeout as sleep } from "node:timers/promises";
import type { LiveEvent } from "@trygg/shared/live.ts";
import { describe, expect, it } from "vitest";
import { type TestServices, openTestServices } from "../testing/services.ts";

function listen({ changes }: Pick<TestServices, "changes">): LiveEvent[] {
  const heard: LiveEvent[] = [];
  changes.listen((event) => heard.push(event));
  return heard;
}

describe("changes", () => {
  it("within a moment travel together, topic by topic", async () => {
    const services = await openTestServices();
    const heard = listen(services);
    for (let time = 0; time < 50; time++) services.changes.tell("reports");
    services.changes.tell("patrols");
    await expect.poll(() => heard).toHaveLength(2);
    expect(heard).toEqual([
      { topic: "reports", version: 1 },
      { topic: "patrols", version: 1 },
    ]);
  });

  it("reach the other node within 200 ms, at the median of twenty", async () => {
    const services = await openTestServices();
    const other = await services.openNode();
    await sleep(100);
    const took: number[] = [];
    for (let time = 0; time < 20; time++) {
      const started = performance.now();
      const arrived = new Promise<void>((resolve) => {
        other.changes.listen(() => resolve());
      });
      services.changes.tell("measures");
      await arrived;
      took.push(performance.now() - started);
    }
    expect(took.toSorted((a, b) => a - b)[10]).toBeLessThan(200);
  });

  it("are heard again after the connection that listens was cut", async () => {
    const services = await openTestServices();
    const other = await services.openNode();
    const heard = listen(other);
    await services.rows(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'changes' and datname = current_database()",
    );
    services.changes.tell("lighting");
    // By the poll if the notification fell into the gap.
    await expect.poll(() => heard.map(({ topic }) => topic), { timeout: 8000 }).toContain("lighting");
  });

  it("are told to nobody when a notification is not ours", async () => {
    const services = await openTestServices();
    const heard = listen(services);
    await sleep(100);
    for (const payload of ["", "nonsense 1", "reports", "reports x", "__proto__ 1"])
      await services.rows("select pg_notify('changes', $1)", [payload]);
    await sleep(100);
    expect(heard).toEqual([]);
  });
});
