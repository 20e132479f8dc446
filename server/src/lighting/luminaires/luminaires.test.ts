import type { LuminaireInput } from "@trygg/shared/lighting/luminaire.ts";
import { eulumdat, ies, towardsStreet } from "@trygg/shared/photometry/samples.ts";
import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../../testing/people.ts";
import { lamp } from "../../testing/samples.ts";
import { openTestServices } from "../../testing/services.ts";

async function openPlanner() {
  const services = await openTestServices();
  return { services, planner: await callerFor(services, "planner") };
}

const file = (fields: Partial<LuminaireInput> = {}): LuminaireInput => ({
  fileName: "v35.ldt",
  text: eulumdat(),
  ...fields,
});

describe("a luminaire", () => {
  it.each(["planner", "coordinator"] as const)("is added by a %s from its file", async (role) => {
    const services = await openTestServices();
    const caller = await callerFor(services, role);
    const added = await caller.lighting.addLuminaire(file());
    expect(added).toMatchObject({
      id: expect.stringMatching(/^luminaire-[0-9a-f]{12}$/),
      name: "Väglykta 35",
      maker: "Småländska Lyktfabriken",
      format: "eulumdat",
      turned: 0,
      power: 35,
      fileName: "v35.ldt",
      addedOn: "2026-11-23",
      lamps: 0,
    });
    expect(added.distribution.flux).toBeCloseTo(4000, 1);
    expect(await caller.lighting.luminaires()).toEqual([added]);
    expect(await services.rows("select role, action, details from audit_log")).toEqual([
      { role, action: "lighting.addLuminaire", details: { id: added.id } },
    ]);
  });

  it.each(["police", "partner"] as const)("is read by a %s and not changed", async (role) => {
    const { services, planner } = await openPlanner();
    const added = await planner.lighting.addLuminaire(file());
    const reader = await callerFor(services, role);
    expect(await reader.lighting.luminaires()).toEqual([added]);
    expect((await refusal(reader.lighting.addLuminaire(file()))).code).toBe("notAllowed");
    expect((await refusal(reader.lighting.removeLuminaire({ id: added.id }))).code).toBe("notAllowed");
  });

  it("from the same file is the same; turned otherwise, or with other lamps, it is another", async () => {
    const { services, planner } = await openPlanner();
    const first = await planner.lighting.addLuminaire(file());
    expect(await planner.lighting.addLuminaire(file({ fileName: "samma.ldt", turned: 0 }))).toEqual(first);
    const turned = await planner.lighting.addLuminaire(file({ turned: 90 }));
    expect(turned.id).not.toBe(first.id);
    expect(await planner.lighting.luminaires()).toHaveLength(2);
    expect(await services.rows("select count(*)::int from audit_log")).toEqual([{ count: 2 }]);
  });

  it("of an IES file faces the street with h 0", async () => {
    const { planner } = await openPlanner();
    const horizontal = [0, 90, 180, 270, 360];
    const text = ies({ horizontal, shape: (h, gamma) => towardsStreet(h + 90, gamma) });
    const { format, turned, distribution } = await planner.lighting.addLuminaire(file({ text }));
    const { planes, gammas, candela } = distribution;
    expect([format, turned, planes]).toEqual(["ies", 90, [0, 90, 180, 270]]);
    expect(candela[gammas.length + 9]).toBeCloseTo(towardsStreet(90, 45), 2);
  });

  it("without a name has that of its file", async () => {
    const { planner } = await openPlanner();
    expect(await planner.lighting.addLuminaire(file({ text: eulumdat({ name: "" }) }))).toMatchObject({
      name: "v35.ldt",
    });
  });

  it.each<[string, Partial<LuminaireInput>, string, string]>([
    ["is none", { text: "hej" }, "badFile", "line 3: "],
    ["gives more than it says", { text: eulumdat({ lightOutput: "50" }) }, "badFile", "4000 lm"],
    ["lacks the lamps that are asked for", { lampSet: 2 }, "badFile", "lamp sets 1–1"],
    ["is longer than any", { text: "x".repeat(200_001) }, "invalidInput", "text"],
    ["is turned askew", { turned: 45 as 90 }, "invalidInput", "turned"],
  ])("is not stored from a file that %s", async (_, fields, code, message) => {
    const { services, planner } = await openPlanner();
    const refused = await refusal(planner.lighting.addLuminaire(file(fields)));
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(message);
    expect(await services.rows("select id from luminaires")).toEqual([]);
  });
});

describe("removing a luminaire", () => {
  it("takes it away and says so in the log", async () => {
    const { services, planner } = await openPlanner();
    const { id } = await planner.lighting.addLuminaire(file());
    expect(await planner.lighting.removeLuminaire({ id })).toEqual({ removed: true });
    expect(await planner.lighting.luminaires()).toEqual([]);
    expect((await services.rows("select action from audit_log")).at(-1)).toEqual({
      action: "lighting.removeLuminaire",
    });
  });

  it("is refused while lamps have it, and says how many", async () => {
    const { planner } = await openPlanner();
    const { id } = await planner.lighting.addLuminaire(file());
    for (const _ of [1, 2]) await planner.lighting.saveLamp(lamp({ luminaire: id }));
    expect(await planner.lighting.luminaires()).toMatchObject([{ id, lamps: 2 }]);
    expect(await refusal(planner.lighting.removeLuminaire({ id }))).toMatchObject({
      code: "inUse",
      details: { value: "2" },
    });
  });

  it("that is not there is told", async () => {
    const { planner } = await openPlanner();
    const refused = await refusal(planner.lighting.removeLuminaire({ id: "luminaire-1" }));
    expect(refused.code).toBe("notFound");
  });

  it("at the moment when a lamp gets it leaves either both or a refusal", async () => {
    const { services, planner } = await openPlanner();
    for (let round = 0; round < 8; round++) {
      const { id } = await planner.lighting.addLuminaire(file());
      const [removed, saved] = await Promise.allSettled([
        planner.lighting.removeLuminaire({ id }),
        planner.lighting.saveLamp(lamp({ luminaire: id })),
      ]);
      const codes = [removed, saved].flatMap((each) =>
        each.status === "rejected" ? [(each.reason as { cause: { code: string } }).cause.code] : [],
      );
      expect(["inUse", "unknownLuminaire"]).toContain(codes.join());
      await services.rows("update lamps set luminaire = null");
    }
  });
});
