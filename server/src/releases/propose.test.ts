import { DAY_MS } from "@trygg/shared/time/local.ts";
import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";
import { fileProposal } from "./propose.ts";

const published = (services: TestServices) => services.rows("select kind from releases");

async function openCoordinators() {
  const services = await openTestServices();
  return {
    services,
    first: await callerFor(services, "coordinator", { name: "Samordnare" }),
    second: await callerFor(services, "coordinator", { name: "Samordnare 2", mayApprove: true }),
  };
}

describe("publishing a release needs two people:", () => {
  it("one proposes, another with the right to approve publishes", async () => {
    const { services, first, second } = await openCoordinators();
    expect(await first.releases.publish({ kind: "reports" })).toEqual({ state: "proposed" });
    expect(await published(services)).toEqual([]);
    expect(await second.releases.publish({ kind: "reports" })).toMatchObject({
      state: "published",
      release: { kind: "reports", window: { from: "2025-11-01", to: "2026-10-31" }, demonstration: false },
    });
    expect(await published(services)).toEqual([{ kind: "reports" }]);
  });

  it("who proposes cannot approve, not even with the right to and in another session", async () => {
    const { services, second } = await openCoordinators();
    await second.releases.publish({ kind: "reports" });
    const again = await callerFor(services, "coordinator", { name: "Samordnare 2", mayApprove: true });
    for (const caller of [second, again])
      expect(await refusal(caller.releases.publish({ kind: "reports" }))).toMatchObject({
        code: "notAllowed",
        message: "expected a second person: you have asked for this yourself",
      });
    expect(await published(services)).toEqual([]);
  });

  it("a second person without the right cannot approve", async () => {
    const { services, first, second } = await openCoordinators();
    await second.releases.publish({ kind: "presence" });
    expect(await refusal(first.releases.publish({ kind: "presence" }))).toMatchObject({
      code: "notAllowed",
      message: "expected somebody with the right to approve",
    });
    expect(await published(services)).toEqual([]);
  });

  it("a proposal of one kind does not open the other", async () => {
    const { services, first, second } = await openCoordinators();
    await first.releases.publish({ kind: "reports" });
    expect(await second.releases.publish({ kind: "presence" })).toEqual({ state: "proposed" });
    expect(await published(services)).toEqual([]);
  });

  it("a proposal gives one release: the next needs two people again", async () => {
    const { services, first, second } = await openCoordinators();
    await first.releases.publish({ kind: "reports" });
    await second.releases.publish({ kind: "reports" });
    expect(await second.releases.publish({ kind: "reports" })).toEqual({ state: "proposed" });
    expect(await published(services)).toHaveLength(1);
  });

  it("a proposal gives one release also when three approve it at the same moment", async () => {
    const { services, first, second } = await openCoordinators();
    await first.releases.publish({ kind: "reports" });
    const answers = await Promise.allSettled(
      Array.from({ length: 3 }, () => second.releases.publish({ kind: "reports" })),
    );
    const states = answers.map((answer) => (answer.status === "fulfilled" ? answer.value.state : "refused"));
    expect(states.filter((state) => state === "published")).toHaveLength(1);
    expect(await published(services)).toHaveLength(1);
  });

  it("what is proposed on the command line still needs somebody with the right", async () => {
    const { services, first, second } = await openCoordinators();
    await fileProposal(services, "reports", null);
    expect((await refusal(first.releases.publish({ kind: "reports" }))).code).toBe("notAllowed");
    expect((await second.releases.publish({ kind: "reports" })).state).toBe("published");
  });

  it("both steps stand in the audit log with who took them", async () => {
    const { services, first, second } = await openCoordinators();
    await first.releases.publish({ kind: "reports" });
    const answer = await second.releases.publish({ kind: "reports" });
    const release = answer.state === "published" ? answer.release.id : "";
    const [proposer] = await services.rows<{ id: string }>(
      "select id from accounts where name = 'Samordnare'",
    );
    expect(await services.rows("select action, details from audit_log order by id")).toEqual([
      { action: "releases.propose", details: { kind: "reports" } },
      { action: "releases.publish", details: { kind: "reports", release, proposedBy: proposer?.id } },
    ]);
  });

  it("a town with one coordinator can let planner and police with the right approve, and nobody else", async () => {
    const services = await openTestServices();
    const setter = await callerFor(services, "coordinator");
    await setter.place.saveSetting({ name: "approvers", value: { approvers: "desk" }, version: 0 });
    for (const role of ["planner", "police"] as const) {
      const coordinator = await callerFor(services, "coordinator");
      const [right, none] = [
        await callerFor(services, role, { name: `${role} who may`, mayApprove: true }),
        await callerFor(services, role),
      ];
      // To propose stays with the coordinator.
      expect((await refusal(right.releases.publish({ kind: "presence" }))).code).toBe("notAllowed");
      await coordinator.releases.publish({ kind: "presence" });
      expect((await refusal(none.releases.publish({ kind: "presence" }))).code).toBe("notAllowed");
      expect((await right.releases.preview({ kind: "presence" })).changes).toBeDefined();
      expect((await right.releases.publish({ kind: "presence" })).state).toBe("published");
      services.clock.advance(8 * DAY_MS);
    }
    const admin = await callerFor(services, "admin", { name: "admin who may", mayApprove: true });
    expect(await admin.accounts.me()).toMatchObject({ mayApprove: false });
  });

  it.each(["planner", "police", "partner", "admin", "auditor"] as const)(
    "a %s can do neither",
    async (role) => {
      const services = await openTestServices();
      const caller = await callerFor(services, role, { mayApprove: true });
      expect((await refusal(caller.releases.publish({ kind: "reports" }))).code).toBe("notAllowed");
    },
  );
});
