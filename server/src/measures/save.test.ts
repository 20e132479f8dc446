import { randomUUID } from "node:crypto";
import type { MeasureInput } from "@trygg/shared/measures/schema.ts";
import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { measure, spotIn } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

const at = (area: string): [number, number] => [spotIn(area).lng, spotIn(area).lat];

async function openPlanner() {
  const services = await openTestServices();
  return { services, planner: await callerFor(services, "planner") };
}

describe("a measure", () => {
  it.each(["planner", "coordinator"] as const)(
    "is added by a %s, and stands in the public list at once without its cost",
    async (role) => {
      const services = await openTestServices();
      const caller = await callerFor(services, role);
      const saved = await caller.measures.save(measure({ cost: 250_000, owner: "Karlshamns kommun" }));
      expect(saved).toEqual({
        id: expect.any(String),
        kind: "light",
        area: "hamnparken",
        title: "Nya armaturer",
        state: "idea",
        owner: "Karlshamns kommun",
        cost: 250_000,
        updatedOn: "2026-11-23",
        version: 1,
      });
      const { cost: _cost, version: _version, ...told } = saved;
      expect(await (await callerFor(services, "resident")).measures.public()).toEqual([told]);
    },
  );

  it.each(["planner", "police", "coordinator", "partner"] as const)(
    "is read by a %s with cost and version",
    async (role) => {
      const { services, planner } = await openPlanner();
      const saved = await planner.measures.save(measure({ cost: 1 }));
      expect(await (await callerFor(services, role)).measures.list()).toEqual([saved]);
    },
  );

  it.each(["idea", "decided", "procured", "underWay", "done"] as const)(
    "goes through the state %s",
    async (state) => {
      const { planner } = await openPlanner();
      expect((await planner.measures.save(measure({ state }))).state).toBe(state);
    },
  );

  it("is declined with a reason that everybody may read", async () => {
    const { services, planner } = await openPlanner();
    await planner.measures.save(measure({ state: "declined", reason: "Det finns inget elskåp nära" }));
    expect(await (await callerFor(services, "resident")).measures.public()).toMatchObject([
      { state: "declined", reason: "Det finns inget elskåp nära" },
    ]);
  });

  it.each<MeasureInput["where"]>([
    { type: "Point", coordinates: at("hamnparken") },
    { type: "LineString", coordinates: [at("hamnparken"), at("stortorget")] },
    {
      type: "Polygon",
      coordinates: [[at("hamnparken"), at("stortorget"), at("ostra-kajen"), at("hamnparken")]],
    },
  ])("stands at a drawn place: $type", async (where) => {
    const { planner } = await openPlanner();
    expect((await planner.measures.save(measure({ where }))).where).toEqual(where);
  });

  it("is replaced whole: what is left out is gone", async () => {
    const { services, planner } = await openPlanner();
    const { id } = await planner.measures.save(measure({ cost: 5, publicText: "Vi byter lamporna." }));
    services.clock.set("2026-11-24");
    const nextDay = await callerFor(services, "planner");
    expect(
      await nextDay.measures.save(measure({ id, version: 1, title: "Byte av lampor", state: "decided" })),
    ).toEqual({
      id,
      kind: "light",
      area: "hamnparken",
      title: "Byte av lampor",
      state: "decided",
      updatedOn: "2026-11-24",
      version: 2,
    });
  });

  it("says in the audit log who changed what to which state", async () => {
    const { services, planner } = await openPlanner();
    const { id } = await planner.measures.save(measure());
    expect(await services.rows("select role, action, details from audit_log")).toEqual([
      { role: "planner", action: "measures.save", details: { id, state: "idea", version: 1 } },
    ]);
  });
});

describe("two people who change the same measure", () => {
  it("do not overwrite each other: the second is told", async () => {
    const { services, planner } = await openPlanner();
    const { id } = await planner.measures.save(measure());
    const coordinator = await callerFor(services, "coordinator");
    await planner.measures.save(measure({ id, version: 1, title: "Planerarens namn" }));
    const refused = await refusal(
      coordinator.measures.save(measure({ id, version: 1, title: "Samordnarens namn" })),
    );
    expect(refused.code).toBe("conflict");
    expect(await coordinator.measures.list()).toMatchObject([{ title: "Planerarens namn", version: 2 }]);
  });

  it("let exactly one through when ten save at the same moment", async () => {
    const { services, planner } = await openPlanner();
    const { id } = await planner.measures.save(measure());
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        planner.measures.save(measure({ id, version: 1, title: `Namn ${index}` })),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await services.rows("select version from measures")).toEqual([{ version: 2 }]);
  });
});

describe("a measure is refused, and nothing is stored,", () => {
  it.each<[string, object, string]>([
    ["declined without a reason", { state: "declined" }, "reasonRequired"],
    ["in an area that the town does not have", { area: "atlantis" }, "unknownArea"],
    ["at a place outside the centre", { where: { type: "Point", coordinates: [15, 57] } }, "outsidePlace"],
    [
      "with latitude first",
      { where: { type: "Point", coordinates: at("hamnparken").toReversed() } },
      "swappedCoordinates",
    ],
    [
      "with one corner outside the centre",
      { where: { type: "LineString", coordinates: [at("hamnparken"), [15, 57]] } },
      "outsidePlace",
    ],
    ["that ends before it begins", { from: "2026-12-01", to: "2026-11-30" }, "invalidInput"],
    ["without a title", { title: "  " }, "invalidInput"],
    ["of a kind that is none", { kind: "camera" }, "invalidInput"],
    ["in a state that is none", { state: "forgotten" }, "invalidInput"],
    ["at less than no cost", { cost: -1 }, "invalidInput"],
    ["with a key that no measure has", { secretNote: "x" }, "invalidInput"],
    ["that does not exist", { id: randomUUID() }, "notFound"],
  ])("%s", async (_, fields, code) => {
    const { services, planner } = await openPlanner();
    // The fields are wrong on purpose.
    const input = { ...measure(), ...fields } as MeasureInput;
    expect((await refusal(planner.measures.save(input))).code).toBe(code);
    expect(await services.rows("select * from measures")).toEqual([]);
    expect(await services.rows("select * from audit_log")).toEqual([]);
  });

  it.each(["police", "partner", "admin", "auditor"] as const)("by a %s", async (role) => {
    const services = await openTestServices();
    expect((await refusal((await callerFor(services, role)).measures.save(measure()))).code).toBe(
      "notAllowed",
    );
  });
});
