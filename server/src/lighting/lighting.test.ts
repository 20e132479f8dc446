import type { LampInput } from "@trygg/shared/lighting/schema.ts";
import { squareCentre } from "@trygg/shared/geo/square.ts";
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { lamp, report, spotIn, squareOf } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";
import { selectLampChanges } from "./store.ts";

async function openPlanner() {
  const services = await openTestServices();
  return { services, planner: await callerFor(services, "planner") };
}

describe("a lamp", () => {
  it.each(["planner", "coordinator"] as const)(
    "is added by a %s and gets an id and the area it stands in",
    async (role) => {
      const services = await openTestServices();
      const saved = await (await callerFor(services, role)).lighting.saveLamp(lamp());
      expect(saved).toMatchObject({
        id: expect.stringMatching(/^lamp-[0-9a-f]{8}$/),
        area: "stortorget",
        flux: 4000,
      });
      expect(saved.at.lng).toBeCloseTo(spotIn("stortorget").lng, 6);
    },
  );

  it("changes its status and keeps its place to the centimetre however often it is saved", async () => {
    const { services, planner } = await openPlanner();
    let saved = await planner.lighting.saveLamp(lamp());
    const { at } = saved;
    for (const status of ["broken", "off", "working"] as const) {
      const { area: _area, ...fields } = saved;
      saved = await planner.lighting.saveLamp({ ...fields, status });
      expect(saved).toMatchObject({ status, at, version: saved.version });
    }
    expect(await planner.lighting.lamps()).toEqual([saved]);
    const history = await selectLampChanges(services.db, saved.id);
    expect(history.map(({ before }) => before.status)).toEqual(["off", "broken", "working"]);
  });

  it.each(["planner", "police", "coordinator", "partner"] as const)("is read by a %s", async (role) => {
    const { services, planner } = await openPlanner();
    const saved = await planner.lighting.saveLamp(lamp());
    expect(await (await callerFor(services, role)).lighting.lamps()).toEqual([saved]);
  });

  it("stands in the public layer with owner and status", async () => {
    const { services, planner } = await openPlanner();
    const {
      id,
      at,
      version: _version,
      ...fields
    } = await planner.lighting.saveLamp(lamp({ status: "broken" }));
    const layer = await (await callerFor(services, "resident")).layers.lighting();
    expect(layer).toEqual({
      release: null,
      features: {
        type: "FeatureCollection",
        features: [
          {
            type: "Feature",
            id,
            geometry: { type: "Point", coordinates: [at.lng, at.lat] },
            properties: { kind: "lamp", id, ...fields },
          },
        ],
      },
    });
  });

  it.each<[string, object, string]>([
    ["outside the centre", { at: { lng: 15, lat: 57 } }, "outsidePlace"],
    [
      "whose numbers have changed places",
      { at: { lng: spotIn("stortorget").lat, lat: spotIn("stortorget").lng } },
      "swappedCoordinates",
    ],
    ["that does not exist", { id: "lamp-00000000" }, "notFound"],
    ["of an owner that is none", { owner: "nobody" }, "unknownOwner"],
    ["of a luminaire that is none", { luminaire: "luminaire-1" }, "unknownLuminaire"],
    ["with a dimming plan that is none", { dimming: "always-off" }, "unknownDimming"],
    ["that faces nowhere", { direction: 360 }, "invalidInput"],
    ["without a date of its status", { statusSince: undefined }, "invalidInput"],
    ["as high as a tower", { height: 61 }, "invalidInput"],
    ["with a key that no lamp has", { colour: 3000 }, "invalidInput"],
  ])("is refused %s", async (_, fields, code) => {
    const { services, planner } = await openPlanner();
    // The fields are wrong on purpose.
    const input = { ...lamp(), ...fields } as LampInput;
    expect((await refusal(planner.lighting.saveLamp(input))).code).toBe(code);
    expect(await services.rows("select * from lamps")).toEqual([]);
  });

  it.each(["police", "partner", "admin", "auditor"] as const)("is not changed by a %s", async (role) => {
    const services = await openTestServices();
    expect((await refusal((await callerFor(services, role)).lighting.saveLamp(lamp()))).code).toBe(
      "notAllowed",
    );
  });
});

describe("how a lamp throws its light", () => {
  const light = { direction: 135, tilt: 5, dimming: "night-half", screened: 0.3 };

  it("is kept, and stays as it is when it is not told", async () => {
    const { planner } = await openPlanner();
    const { id, ...saved } = await planner.lighting.saveLamp(lamp(light));
    expect(saved).toMatchObject(light);
    expect(await planner.lighting.saveLamp(lamp({ id, height: 6 }))).toMatchObject({ ...light, height: 6 });
    expect(await planner.lighting.saveLamp(lamp({ id, direction: null }))).toMatchObject({
      ...light,
      direction: null,
    });
  });
});

describe("two people who change the same lamp", () => {
  it("do not overwrite each other: the second is told", async () => {
    const { services, planner } = await openPlanner();
    const { id, version } = await planner.lighting.saveLamp(lamp());
    const coordinator = await callerFor(services, "coordinator");
    expect(await planner.lighting.saveLamp(lamp({ id, version, height: 6 }))).toMatchObject({ version: 2 });
    const refused = await refusal(coordinator.lighting.saveLamp(lamp({ id, version, height: 8 })));
    expect(refused.code).toBe("conflict");
    expect(await coordinator.lighting.lamps()).toMatchObject([{ height: 6, version: 2 }]);
  });

  it("let exactly one through when ten save at the same moment", async () => {
    const { services, planner } = await openPlanner();
    const { id, version } = await planner.lighting.saveLamp(lamp());
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        planner.lighting.saveLamp(lamp({ id, version, height: index + 1 })),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await services.rows("select version from lamps")).toEqual([{ version: 2 }]);
  });
});

describe("the history of a lamp", () => {
  it.each(["planner", "police", "coordinator", "partner"] as const)(
    "tells a %s what it was, when it changed and by which role, never whose name",
    async (role) => {
      const { services, planner } = await openPlanner();
      const { id } = await planner.lighting.saveLamp(lamp());
      services.clock.set("2026-11-24");
      await (await callerFor(services, "planner")).lighting.saveLamp(lamp({ id, height: 6 }));
      services.clock.set("2026-11-25");
      await (await callerFor(services, "coordinator")).lighting.saveLamp(lamp({ id, direction: 90 }));
      const history = await (await callerFor(services, role)).lighting.lampHistory({ id });
      expect(history).toEqual([
        {
          at: "2026-11-25T11:00:00.000Z",
          role: "coordinator",
          file: null,
          before: expect.objectContaining({ id, height: 6, direction: null }),
        },
        {
          at: "2026-11-24T11:00:00.000Z",
          role: "planner",
          file: null,
          before: expect.objectContaining({ id, height: 4.5, direction: null, area: "stortorget" }),
        },
      ]);
    },
  );

  it("is read also where a change was kept before lamps told of their light", async () => {
    const { services, planner } = await openPlanner();
    const { id } = await planner.lighting.saveLamp(lamp());
    await planner.lighting.saveLamp(lamp({ id, height: 6 }));
    await services.rows(
      "update lamp_changes set before = before - '{luminaire,direction,tilt,dimming,screened,version}'::text[]",
    );
    expect(await planner.lighting.lampHistory({ id })).toMatchObject([
      { before: { height: 4.5, luminaire: null, tilt: 0 } },
    ]);
  });

  it("is undone by saving what it was", async () => {
    const { planner } = await openPlanner();
    const first = await planner.lighting.saveLamp(lamp());
    const { version } = await planner.lighting.saveLamp(lamp({ id: first.id, height: 6, screened: 0.5 }));
    const [change] = await planner.lighting.lampHistory({ id: first.id });
    const { area: _area, ...before } = change?.before ?? { ...lamp(), area: null };
    expect(await planner.lighting.saveLamp({ ...before, version })).toEqual({ ...first, version: 3 });
  });

  it("of a lamp that is not there is empty", async () => {
    const { planner } = await openPlanner();
    expect(await planner.lighting.lampHistory({ id: "lamp-1" })).toEqual([]);
  });
});

describe("where light may help most", () => {
  const beside = (area: string, metres: number) => {
    const { east, north } = squareCentre(squareOf(area));
    return toLngLat({ east: east - 31.25 - metres, north });
  };

  it("counts voices of feeling unsafe in the dark, and nothing else", async () => {
    const { services, planner } = await openPlanner();
    const resident = await callerFor(services, "resident");
    for (const fields of [
      { light: "dark" as const },
      { light: "both" as const },
      { light: "light" as const },
      { feeling: "safe" as const, reasons: ["well-lit"] },
    ])
      await resident.reports.submit(report(fields));
    const need = await planner.lighting.need();
    expect(need.areas).toMatchObject([{ area: "hamnparken", voices: 2 }]);
    expect(need.squares).toMatchObject([
      {
        square: squareOf("hamnparken"),
        area: "hamnparken",
        voices: 2,
        reasons: [{ reason: "lighting", voices: 2 }],
      },
    ]);
  });

  it("tells the lamps within 40 m of the square by whether they burn", async () => {
    const { services, planner } = await openPlanner();
    await (await callerFor(services, "resident")).reports.submit(report({ at: spotIn("lotsgatan") }));
    const lampAt = (metres: number, status: LampInput["status"]) =>
      planner.lighting.saveLamp(lamp({ at: beside("lotsgatan", metres), status }));
    await lampAt(39, "working");
    await lampAt(41, "working");
    await lampAt(20, "broken");
    await lampAt(-5, "off");
    expect((await planner.lighting.need()).squares[0]?.lamps).toEqual({ working: 1, broken: 1, off: 1 });
  });

  it("puts the area with most voices first and follows the filter", async () => {
    const { services, planner } = await openPlanner();
    const resident = await callerFor(services, "resident");
    for (const area of ["stortorget", "hamnparken", "hamnparken"])
      await resident.reports.submit(report({ at: spotIn(area) }));
    expect((await planner.lighting.need()).areas.map(({ area }) => area)).toEqual([
      "hamnparken",
      "stortorget",
    ]);
    expect((await planner.lighting.need({ areas: ["stortorget"] })).areas.map(({ area }) => area)).toEqual([
      "stortorget",
    ]);
  });

  it.each(["police", "partner", "admin", "auditor"] as const)("is not for a %s", async (role) => {
    const services = await openTestServices();
    expect((await refusal((await callerFor(services, role)).lighting.need())).code).toBe("notAllowed");
  });
});
