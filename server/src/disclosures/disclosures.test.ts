import type { DisclosureInput } from "@trygg/shared/disclosures/schema.ts";
import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { report, spotIn } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

const services = await openTestServices({ at: "2026-10-02" });
const resident = await callerFor(services, "resident");
const { receipt } = await resident.reports.submit(report({ when: [7, 33], impact: 3, light: "both" }));
services.clock.set("2026-11-23");
await resident.reports.submit(report({ reasons: ["deserted", "lighting"] }));
await resident.reports.submit(report({ at: spotIn("stortorget") }));
const coordinator = await callerFor(services, "coordinator");

let made = 0;
const input = (fields: Partial<DisclosureInput> = {}): DisclosureInput => ({
  number: `KS 2026/${(made += 1)}`,
  askedOn: "2026-11-20",
  asked: { by: "area", area: "hamnparken", from: "2026-01-01", to: "2026-12-31" },
  ground: "osl-21-7",
  ...fields,
});
const masked = ["place", "day", "hours", "effect"].map((field) => ({ field, ground: "osl-21-7" }));

describe("reports that are given out", () => {
  it("are told by area, month and darkness, and the rest is masked on a ground", async () => {
    const { entry, reports } = await coordinator.disclosures.make(input());
    expect(reports).toEqual([
      { area: "hamnparken", month: "2026-10", feeling: "unsafe", reasons: ["lighting"], light: "both" },
      {
        area: "hamnparken",
        month: "2026-11",
        feeling: "unsafe",
        reasons: ["deserted", "lighting"],
        light: "dark",
      },
    ]);
    expect(entry).toEqual({
      id: expect.any(String),
      number: "KS 2026/1",
      askedOn: "2026-11-20",
      asked: { by: "area", area: "hamnparken", from: "2026-01-01", to: "2026-12-31" },
      reports: 2,
      masked,
      name: "coordinator",
      at: "2026-11-23T11:00:00.000Z",
      struck: false,
    });
  });

  it("stand in an order that tells nothing of their days", async () => {
    for (const [day, reasons] of [
      ["2026-11-24", ["hidden-corners"]],
      ["2026-11-25", ["deserted"]],
    ] as const) {
      services.clock.set(day);
      await resident.reports.submit(report({ at: spotIn("ostra-piren"), reasons: [...reasons] }));
    }
    services.clock.set("2026-11-23");
    const asked = { by: "area", area: "ostra-piren", from: "2026-11-01", to: "2026-11-30" } as const;
    const { reports } = await coordinator.disclosures.make(input({ asked }));
    expect(reports.map(({ reasons }) => reasons)).toEqual([["deserted"], ["hidden-corners"]]);
  });

  it("are found by a receipt or an id, of which neither register nor log keeps anything", async () => {
    const byReceipt = await coordinator.disclosures.make(input({ asked: { by: "receipt", receipt } }));
    expect(byReceipt.reports).toHaveLength(1);
    expect(byReceipt.entry.asked).toEqual({ by: "receipt" });
    const [{ id } = { id: "" }] = await services.rows<{ id: string }>("select id from reports limit 1");
    expect(
      (await coordinator.disclosures.make(input({ asked: { by: "report", report: id } }))).reports,
    ).toHaveLength(1);
    const kept = JSON.stringify([
      await services.rows("select * from disclosures"),
      await services.rows("select action, details from audit_log where action like 'disclosures.%'"),
    ]);
    expect(kept).toContain("disclosures.make");
    for (const secret of [receipt, id]) expect(kept).not.toContain(secret);
  });

  it("are none where none came in, and that is an answer to enter too", async () => {
    const asked = { by: "area", area: "hamnparken", from: "2020-01-01", to: "2020-12-31" } as const;
    expect(await coordinator.disclosures.make(input({ asked }))).toMatchObject({
      entry: { reports: 0 },
      reports: [],
    });
  });

  it.each<[string, Partial<DisclosureInput>, string]>([
    ["a code of no report", { asked: { by: "receipt", receipt: "ABCD-EFGH-JKMN" } }, "notFound"],
    [
      "an id of no report",
      { asked: { by: "report", report: "7f9c24e5-2c4a-4d47-9d4d-111111111111" } },
      "notFound",
    ],
    [
      "an area of no town",
      { asked: { by: "area", area: "atlantis", from: "2026-01-01", to: "2026-02-01" } },
      "unknownArea",
    ],
    [
      "a period that ends first",
      { asked: { by: "area", area: "hamnparken", from: "2026-02-01", to: "2026-01-01" } },
      "impossiblePeriod",
    ],
    ["a ground that the town does not have", { ground: "because" }, "invalidInput"],
    ["a number that is taken", { number: "KS 2026/1" }, "conflict"],
  ])("are refused for %s, and nothing is entered", async (_, fields, code) => {
    const before = (await coordinator.disclosures.list()).length;
    expect((await refusal(coordinator.disclosures.make(input(fields)))).code).toBe(code);
    expect(await coordinator.disclosures.list()).toHaveLength(before);
  });
});

describe("an entry of the register", () => {
  it("is struck out and put back, and never gone", async () => {
    const { entry } = await coordinator.disclosures.make(input());
    const struck = async () =>
      (await coordinator.disclosures.list()).find(({ id }) => id === entry.id)?.struck;
    await coordinator.disclosures.strike({ id: entry.id, struck: true });
    expect(await struck()).toBe(true);
    await coordinator.disclosures.strike({ id: entry.id, struck: false });
    expect(await struck()).toBe(false);
    const none = coordinator.disclosures.strike({ id: "7f9c24e5-2c4a-4d47-9d4d-111111111111", struck: true });
    expect((await refusal(none)).code).toBe("notFound");
  });
});
