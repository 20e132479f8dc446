import { toGrid, toLngLat } from "@trygg/shared/geo/sweref.ts";
import { cellsOf } from "@trygg/shared/lighting/level.ts";
import { sourceOf, inFull } from "@trygg/shared/lighting/source-of.ts";
import { horizontalAt } from "@trygg/shared/photometry/illuminance.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { noMapping } from "../../imports/mapping.ts";
import { runImport } from "../../imports/run.ts";
import { writeImportFile } from "../../testing/files.ts";
import { type ProcedureCaller, callerFor, refusal } from "../../testing/people.ts";
import { lamp, spotIn, squaresOf, town } from "../../testing/samples.ts";
import { openTestServices } from "../../testing/services.ts";

const NIGHT = "2026-11-21T02:30:00+01:00";
const EVENING = "2026-11-20T21:30:00+01:00";
const NOON = "2026-11-20T12:00:00+01:00";

let planner: ProcedureCaller;
beforeEach(async () => {
  planner = await callerFor(await openTestServices(), "planner");
});

/** A square so many metres wide round a place. */
const around = (at: { lng: number; lat: number }, half: number) => {
  const { east, north } = toGrid(at);
  const corner = (x: number, y: number): [number, number] => {
    const { lng, lat } = toLngLat({ east: east + x * half, north: north + y * half });
    return [lng, lat];
  };
  return {
    type: "Polygon" as const,
    coordinates: [[corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)]],
  };
};

describe("the light on an area", () => {
  it("is dark where no lamp stands, and says what is wanted there", async () => {
    const told = await planner.lighting.illuminance({ area: "stortorget" });
    expect(told).toMatchObject({
      mean: 0,
      min: 0,
      uniformity: 0,
      darkShare: 1,
      class: "P1",
      wanted: { mean: 15, min: 3, uniformity: null },
      burning: true,
      lamps: { all: 0, dimmed: 0, standIn: 0 },
      schematic: true,
    });
  });

  it("has a value for each cell, and counts the ground of the area alone, without houses and their plots", async () => {
    await planner.lighting.saveLamp(lamp());
    const { grid, mean, min, uniformity, darkShare } = await planner.lighting.illuminance({
      area: "stortorget",
    });
    const { origin, step, width, height, lux, ground } = grid;
    expect([step, width, height, lux.length]).toEqual([1, 188, 188, 188 * 188]);
    expect(origin).toEqual([...origin].map((metres) => Math.floor(metres)));
    const cells = [...cellsOf(ground)];
    const whole = squaresOf("stortorget").length * 62.5 ** 2;
    expect(cells.length).toBeLessThan(whole);
    expect(cells.length).toBeGreaterThan(whole / 3);
    const counted = cells.map((cell) => lux[cell] as number);
    expect(mean).toBeCloseTo(counted.reduce((sum, value) => sum + value, 0) / counted.length, 2);
    expect(min).toBe(Math.min(...counted));
    expect(uniformity).toBeCloseTo(min / mean, 2);
    expect(darkShare).toBeCloseTo(counted.filter((value) => value < 2).length / counted.length, 2);
  });

  it("is at each cell's centre what the lamps give there", async () => {
    const saved = await planner.lighting.saveLamp(lamp({ direction: 40, tilt: 10 }));
    const { grid } = await planner.lighting.illuminance({ area: "stortorget" });
    const source = sourceOf(saved, { lighting: town.lighting, luminaires: new Map(), clock: inFull });
    if (!source) throw new Error("expected a lamp that burns");
    const [east, north] = grid.origin;
    for (const [dx, dy] of [
      [0, 3],
      [-8, 2],
      [20, -15],
    ] as const) {
      const [x, y] = [Math.floor(source.east - east) + dx, Math.floor(source.north - north) + dy];
      const wanted = horizontalAt(source, { east: east + x + 0.5, north: north + y + 0.5 });
      expect(Math.abs((grid.lux[y * grid.width + x] as number) - wanted)).toBeLessThan(0.001);
    }
  });

  it.each([
    [EVENING, true, 0, 1],
    [NIGHT, true, 1, 0.5],
    [NOON, false, 0, 0],
  ])("at %s burns: %s, with %d lamp dimmed", async (hour, burning, dimmed, share) => {
    await planner.lighting.saveLamp(lamp({ dimming: "night-half" }));
    const whole = await planner.lighting.illuminance({ area: "stortorget" });
    const told = await planner.lighting.illuminance({ area: "stortorget", hour });
    expect(told).toMatchObject({ burning, lamps: { all: share > 0 ? 1 : 0, dimmed } });
    expect(told.mean).toBeCloseTo(whole.mean * share, 2);
  });

  it("moves a lamp for a try, and keeps nothing of it", async () => {
    const saved = await planner.lighting.saveLamp(lamp());
    const before = await planner.lighting.illuminance({ area: "stortorget" });
    const { id, area: _area, ...fields } = saved;
    const moved = { ...fields, at: spotIn("stortorget", 1) };
    const tried = await planner.lighting.illuminance({ area: "stortorget", add: [moved], remove: [id] });
    expect(tried.grid.lux).not.toEqual(before.grid.lux);
    expect(tried.lamps.all).toBe(1);
    const same = await planner.lighting.illuminance({ area: "stortorget", add: [fields], remove: [id] });
    expect(same).toEqual(before);
    expect(await planner.lighting.lamps()).toEqual([saved]);
  });

  it("of a lamp that is only known to stand there is that of the town's usual lamp", async () => {
    const told = await planner.lighting.illuminance({
      area: "stortorget",
      add: [{ at: spotIn("stortorget") }],
    });
    expect(told.lamps).toEqual({ all: 1, dimmed: 0, standIn: 1 });
    // Right under it, turned to all sides: 0.8 F ∕ (π (1 + q ∕ 3) h²), and somewhat less at the nearest cell's centre.
    const most = (3500 * 0.8) / (Math.PI * (1 + 8 / 3)) / 25;
    expect(Math.max(...told.grid.lux)).toBeLessThanOrEqual(most);
    expect(Math.max(...told.grid.lux)).toBeGreaterThan(0.98 * most);
  });

  it("falls on faces too", async () => {
    const told = await planner.lighting.illuminance({
      area: around(spotIn("stortorget"), 10),
      add: [{ at: spotIn("stortorget") }],
    });
    expect(told.vertical.mean).toBeGreaterThan(0);
    // Either way it is what falls sideways, by π, on the average of all directions.
    expect(told.semiCylindrical.mean / told.vertical.mean).toBeCloseTo(1, 1);
    expect(told.semiCylindrical.min).toBeGreaterThan(0);
    expect(told.vertical.min).toBe(0);
  });
});

describe("the light on a drawn surface", () => {
  it("is counted within it, by the class of the area around it", async () => {
    const told = await planner.lighting.illuminance({ area: around(spotIn("stortorget"), 5) });
    expect(told).toMatchObject({ class: "P1", grid: { step: 1 } });
    expect([10, 11]).toContain(told.grid.width);
    expect([...cellsOf(told.grid.ground)].length).toBeGreaterThan(50);
  });

  it("is told on a coarser grid where it is large", async () => {
    const told = await planner.lighting.illuminance({ area: around(spotIn("stortorget"), 300) });
    expect(told.grid.step).toBe(4);
    expect(told.grid.lux.length).toBeLessThanOrEqual(40_000);
  });

  const bad: [string, object, string][] = [
    ["is too large", around(spotIn("stortorget"), 400), "badGeometry"],
    ["lies elsewhere", around({ lng: 18, lat: 59 }, 10), "outsidePlace"],
    [
      "crosses itself",
      {
        type: "Polygon",
        coordinates: [
          [
            [14.863, 56.17],
            [14.864, 56.171],
            [14.864, 56.17],
            [14.863, 56.171],
            [14.863, 56.17],
          ],
        ],
      },
      "badGeometry",
    ],
  ];
  it.each(bad)("is refused when it %s", async (_, area, code) => {
    expect((await refusal(planner.lighting.illuminance({ area: area as never }))).code).toBe(code);
  });

  it("is refused without ground, with an unknown area, an unknown lamp and a lamp elsewhere", async () => {
    const asked: [Parameters<typeof planner.lighting.illuminance>[0], string][] = [
      [{ area: around(spotIn("stortorget"), 0.1) }, "badGeometry"],
      [{ area: "gränd" }, "invalidInput"],
      [{ area: "nowhere" }, "unknownArea"],
      [{ area: "stortorget", remove: ["lamp-x"] }, "notFound"],
      [{ area: "stortorget", add: [{ at: { lng: 18, lat: 59 } }] }, "outsidePlace"],
    ];
    for (const [input, code] of asked)
      expect((await refusal(planner.lighting.illuminance(input))).code).toBe(code);
  });
});

describe("the table of areas", () => {
  it("has the figures of each area at an hour", async () => {
    await planner.lighting.saveLamp(lamp());
    const levels = await planner.lighting.levels({ hour: EVENING });
    expect(levels.map(({ area }) => area)).toEqual([...town.areas.keys()]);
    const one = await planner.lighting.illuminance({ area: "stortorget", hour: EVENING });
    const { mean, min, uniformity, darkShare, class: wanted } = one;
    expect(levels.find(({ area }) => area === "stortorget")).toMatchObject({
      mean,
      min,
      uniformity,
      darkShare,
      class: wanted,
    });
  });
});

describe("an imported plan of classes", () => {
  it("stands above what is set for the area, where it covers half of the ground", async () => {
    const services = await openTestServices();
    const caller = await callerFor(services, "planner");
    const part = (namn: string, klass: string, area: ReturnType<typeof around>) => ({
      type: "Feature",
      properties: { namn, belysningsklass: klass },
      geometry: area,
    });
    const bringIn = async (half: number, wanted: string) => {
      const { town: before } = services;
      const features = [
        part("Planen", wanted, around(spotIn("stortorget"), half)),
        part("Annanstans", "P6", around(spotIn("hamnparken"), 50)),
      ];
      const file = writeImportFile("plan.geojson", JSON.stringify({ type: "FeatureCollection", features }));
      const order = { kind: "areas", file, mapping: noMapping, dryRun: false, keepGood: false } as const;
      expect(await runImport(services, order, { accountId: null, role: "operator" })).toMatchObject({
        stored: true,
      });
      await expect.poll(() => services.town === before).toBe(false);
      return (await caller.lighting.illuminance({ area: around(spotIn("stortorget"), 20) })).wanted;
    };
    expect(await bringIn(25, "C2")).toMatchObject({ mean: 20, min: null, uniformity: 0.4 });
    expect(await bringIn(25, "M3")).toBeNull();
    expect(await bringIn(5, "C2")).toMatchObject({ mean: 15, min: 3 });
  });
});

describe("what light is computed with", () => {
  it("is told to whoever computes it on the spot", async () => {
    const { lighting, luminaires } = await planner.lighting.basis();
    expect(lighting).toMatchObject({ maintenance: 0.8, usual: { height: 5, flux: 3500 } });
    expect(luminaires).toEqual([]);
  });
});
