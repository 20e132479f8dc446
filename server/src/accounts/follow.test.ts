import { setTimeout as sleep } from "node:timers/promises";
import type { Role } from "@trygg/shared/accounts/schema.ts";
import { type LiveEvent, topics } from "@trygg/shared/live.ts";
import { describe, expect, it } from "vitest";
import { asRole, callerFor } from "../testing/people.ts";
import { measure, patrol, report } from "../testing/samples.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";
import { followChanges } from "./follow.ts";
import { closeSession } from "./session.ts";

/** Longer than changes are gathered for. */
const A_MOMENT = 120;

/** Follows as somebody of a role; `ended` is whether the stream has closed by itself. */
async function follow(services: TestServices, role: Role, checkMs?: number) {
  const context = await asRole(services, role);
  const stop = new AbortController();
  const heard: LiveEvent[] = [];
  const stream = { ended: false };
  const reading = (async () => {
    for await (const event of followChanges(context, stop.signal, checkMs)) heard.push(event);
    stream.ended = true;
  })();
  await sleep(A_MOMENT);
  return {
    context,
    stream,
    topics: () => heard.map(({ topic }) => topic),
    heard,
    stop: async () => {
      stop.abort();
      await reading;
    },
  };
}

describe("a signed-in window", () => {
  it("hears that something has been logged, and nothing of what it is", async () => {
    const services = await openTestServices();
    const window = await follow(services, "police");
    await (await callerFor(services, "coordinator")).patrols.log(patrol());
    await expect.poll(() => window.heard).toEqual([{ topic: "patrols", version: 1 }]);
    await window.stop();
  });

  it("hears it on the other node too", async () => {
    const services = await openTestServices();
    const other = await services.openNode();
    const window = await follow(services, "planner");
    await (await callerFor(other, "coordinator")).measures.save(measure());
    await expect.poll(window.topics).toEqual(["measures"]);
    await window.stop();
  });

  it("hears of many reports at once only once or twice, with a version that rises", async () => {
    const services = await openTestServices();
    const window = await follow(services, "planner");
    const resident = await callerFor(services, "resident");
    await Promise.all(Array.from({ length: 30 }, () => resident.reports.submit(report())));
    await expect.poll(window.topics).toContain("reports");
    await sleep(A_MOMENT);
    const versions = window.heard.map(({ version }) => version);
    expect(versions.length).toBeLessThan(15);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    await window.stop();
  });

  it.each<[Role, string[]]>([
    [
      "planner",
      ["reports", "patrols", "measures", "lighting", "place", "promise", "releases", "accounts", "exports"],
    ],
    ["police", ["reports", "patrols", "measures", "lighting", "place", "promise", "releases", "accounts"]],
    [
      "coordinator",
      [
        "reports",
        "patrols",
        "measures",
        "lighting",
        "place",
        "settings",
        "promise",
        "releases",
        "accounts",
        "exports",
      ],
    ],
    ["partner", ["patrols", "measures", "lighting", "place", "promise", "releases", "accounts"]],
    ["admin", ["settings", "releases", "accounts"]],
    ["auditor", ["releases", "accounts"]],
  ])("of a %s hears of %j only: a partner must not learn when somebody reports", async (role, expected) => {
    const services = await openTestServices();
    const window = await follow(services, role);
    for (const topic of topics) services.changes.tell(topic);
    await expect.poll(window.topics).toContain("accounts");
    await sleep(A_MOMENT);
    expect(window.topics().toSorted()).toEqual(expected.toSorted());
    await window.stop();
  });

  it("hears nothing more once the session is closed on another node", async () => {
    const services = await openTestServices();
    const other = await services.openNode();
    const window = await follow(services, "police");
    await closeSession(other, window.context.session);
    await expect.poll(() => window.stream.ended).toBe(true);
    services.changes.tell("patrols");
    await sleep(A_MOMENT);
    expect(window.heard).toEqual([]);
  });

  it.each([
    ["its account is disabled", "update accounts set disabled = true"],
    ["its role is changed", "update accounts set role = 'partner'"],
  ])("hears nothing more once %s", async (_, sql) => {
    const services = await openTestServices();
    const window = await follow(services, "police");
    await services.rows(sql);
    services.changes.tell("reports");
    await expect.poll(() => window.stream.ended).toBe(true);
    expect(window.heard).toEqual([]);
  });

  it("is let go when its session has been idle too long, also when nothing happens", async () => {
    const services = await openTestServices();
    const window = await follow(services, "police", 50);
    services.clock.advance(31 * 60_000);
    await expect.poll(() => window.stream.ended).toBe(true);
    expect(window.heard).toEqual([]);
  });

  it("is let go when the server stops", async () => {
    const services = await openTestServices();
    const window = await follow(services, "police");
    services.changes.endFollowing();
    await expect.poll(() => window.stream.ended).toBe(true);
  });
});
