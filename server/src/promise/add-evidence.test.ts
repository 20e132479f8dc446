import type { EvidenceInput } from "@trygg/shared/promise/published.ts";
import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { openTestServices } from "../testing/services.ts";

const evidence = (fields: Partial<EvidenceInput> = {}): EvidenceInput => ({
  commitment: "follow-up",
  date: "2026-11-12",
  title: "Möte i lokala Brå",
  ...fields,
});

describe("recorded evidence", () => {
  it.each(["planner", "police", "coordinator", "partner"] as const)(
    "of a %s speaks for its commitment at once",
    async (role) => {
      const services = await openTestServices();
      const caller = await callerFor(services, role);
      await caller.promise.addEvidence(evidence({ people: 12, link: "https://www.karlshamn.se/bra" }));
      const { commitments } = await caller.promise.ledger();
      expect(commitments.find(({ id }) => id === "follow-up")).toMatchObject({ status: "onTrack", count: 1 });
      expect(await services.rows("select role, action from audit_log")).toEqual([
        { role, action: "promise.addEvidence" },
      ]);
    },
  );

  it("reaches a milestone", async () => {
    const services = await openTestServices();
    const coordinator = await callerFor(services, "coordinator");
    await coordinator.promise.addEvidence(evidence({ commitment: "open-care", title: "Ny metod är i bruk" }));
    const { commitments } = await coordinator.promise.ledger();
    expect(commitments.find(({ id }) => id === "open-care")?.status).toBe("kept");
  });

  it.each<[string, object, string]>([
    ["for a commitment that the promise does not have", { commitment: "free-ice-cream" }, "notFound"],
    ["for a commitment that other tables speak for", { commitment: "police-presence" }, "notFound"],
    ["for a year without a promise", { date: "2024-05-01" }, "notFound"],
    ["of a day that has not been", { date: "2026-11-24" }, "impossiblePeriod"],
    ["of a day that is none", { date: "2026-02-30" }, "invalidInput"],
    ["with a link that is no address of the web", { link: "javascript:alert(1)" }, "invalidInput"],
    ["without a title", { title: " " }, "invalidInput"],
    ["with a key that no evidence has", { name: "Anna" }, "invalidInput"],
  ])("is refused %s, and nothing is stored", async (_, fields, code) => {
    const services = await openTestServices();
    const coordinator = await callerFor(services, "coordinator");
    // The fields are wrong on purpose.
    const input = { ...evidence(), ...fields } as EvidenceInput;
    expect((await refusal(coordinator.promise.addEvidence(input))).code).toBe(code);
    expect(await services.rows("select * from evidence")).toEqual([]);
  });

  it.each(["admin", "auditor"] as const)("is not for an %s", async (role) => {
    const caller = await callerFor(await openTestServices(), role);
    expect((await refusal(caller.promise.addEvidence(evidence()))).code).toBe("notAllowed");
  });
});
