import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { openTestServices } from "../testing/services.ts";
import { nextRelease } from "./due.ts";

async function openCoordinators(wanted: { demonstration?: boolean } = {}) {
  const services = await openTestServices(wanted);
  // Signed in anew each time: sessions end while the calendar goes on.
  const publishAs = async (name: string) =>
    (await callerFor(services, "coordinator", { name, mayApprove: true })).releases.publish({
      kind: "reports",
    });
  return {
    services,
    approve: () => publishAs("Samordnare 2"),
    async publish() {
      await publishAs("Samordnare");
      return publishAs("Samordnare 2");
    },
  };
}

describe("the calendar of releases", () => {
  it("lets the first be made at once, and the next on its day in the following month", async () => {
    const { services, approve, publish } = await openCoordinators();
    expect(nextRelease(services, "reports")).toEqual({ on: "2026-11-03", now: true });
    expect((await publish()).state).toBe("published");
    expect(nextRelease(services, "reports")).toEqual({ on: "2026-12-03", now: false });

    // It may be proposed before, and waits.
    expect(await refusal(publish())).toMatchObject({ code: "notYet", details: { value: "2026-12-03" } });
    services.clock.set("2026-12-02T23:59:59+01:00");
    expect((await refusal(approve())).code).toBe("notYet");
    services.clock.advance(1000);
    expect((await approve()).state).toBe("published");
  });

  it("lets a release that was missed be made at once, and the one after it on its own day", async () => {
    const { services, publish } = await openCoordinators();
    await publish();
    services.clock.set("2027-02-20");
    expect(nextRelease(services, "reports")).toEqual({ on: "2027-02-03", now: true });
    await publish();
    expect(nextRelease(services, "reports")).toEqual({ on: "2027-03-03", now: false });
  });

  it("is told but not held to in a demonstration", async () => {
    const { services, publish } = await openCoordinators({ demonstration: true });
    expect(nextRelease(services, "reports")).toEqual({ on: "2026-12-03", now: true });
    services.clock.advance(1000);
    expect((await publish()).state).toBe("published");
  });
});
