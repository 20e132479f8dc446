import { lengthInMetres } from "@trygg/shared/geo/distance.ts";
import { squareCentre } from "@trygg/shared/geo/square.ts";
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import { LEAST_VOICES } from "@trygg/shared/reports/hot-spots.ts";
import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { report, spotIn, squareOf, squaresOf, town } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

async function openWith(places: { square: string; unsafe?: number; safe?: number }[]) {
  const services = await openTestServices();
  const resident = await callerFor(services, "resident");
  let device = 0;
  for (const { square, unsafe = 0, safe = 0 } of places)
    for (const [feeling, times] of [
      ["unsafe", unsafe],
      ["safe", safe],
    ] as const)
      for (let time = 0; time < times; time++)
        await resident.reports.submit(
          report({
            at: toLngLat(squareCentre(square)),
            feeling,
            reasons: [feeling === "unsafe" ? "lighting" : "people-about"],
            voice: `device ${device++}`,
          }),
        );
  return services;
}

const everySquare = [...town.areas.values()].flatMap(({ squares }) => squares);

describe("hot spots of reports", () => {
  it("are the squares where many voices lie close together, told with how sure that is", async () => {
    const gathered = squaresOf("stortorget").slice(0, 4);
    const services = await openWith([
      ...gathered.map((square) => ({ square, unsafe: 8 })),
      ...squaresOf("hamnparken").map((square) => ({ square, unsafe: 1 })),
    ]);
    const { enough, tested, squares } = await (
      await callerFor(services, "police")
    ).reports.hotSpots({ feeling: "unsafe" });
    expect(enough).toBe(true);
    expect(tested).toBe(everySquare.length);
    const hot = squares.filter((each) => each.hot).map(({ square }) => square);
    expect(hot.length).toBeGreaterThan(0);
    expect(hot.filter((square) => !squaresOf("stortorget").includes(square))).toEqual([]);
    for (const { p, z } of squares.filter((each) => each.hot)) {
      expect(p).toBeLessThanOrEqual(0.05);
      expect(z).toBeGreaterThan(0);
    }
  });

  it("are too little to tell below a number of voices, and the squares stand there all the same", async () => {
    const services = await openWith([{ square: squareOf("stortorget"), unsafe: LEAST_VOICES - 1 }]);
    expect(await (await callerFor(services, "planner")).reports.hotSpots()).toMatchObject({
      enough: false,
      voices: LEAST_VOICES - 1,
      squares: [{ square: squareOf("stortorget"), voices: LEAST_VOICES - 1, z: null, p: null, hot: false }],
    });
  });

  it("tell the share that feels unsafe, nearer the mean the fewer the voices", async () => {
    const [many, few] = [squareOf("stortorget"), squareOf("hamnparken")];
    const services = await openWith([
      { square: many, unsafe: 4, safe: 26 },
      { square: few, unsafe: 2 },
      { square: squareOf("hamnparken", 1), unsafe: 9, safe: 1 },
    ]);
    const { squares } = await (
      await callerFor(services, "planner")
    ).reports.hotSpots({ feeling: "unsafe", reasons: ["lighting"] });
    const share = (square: string) => squares.find((each) => each.square === square)?.share;
    const mean = 15 / 42;
    // All of its two voices, and yet not all.
    expect(share(few)?.unsafe).toBeLessThan(1);
    expect(share(few)?.unsafe).toBeGreaterThan(mean);
    expect(share(many)?.unsafe).toBeGreaterThan(4 / 30);
    expect(share(many)?.unsafe).toBeLessThan(mean);
    expect(share(many)?.ownWeight).toBeGreaterThan(share(few)?.ownWeight ?? 1);
    expect(share(many)?.voices).toBe(30);
  });
});

describe("density along the streets", () => {
  it("is for those who have said why, and every look is logged", async () => {
    const services = await openWith([{ square: squareOf("stortorget"), unsafe: 2 }]);
    const planner = await callerFor(services, "planner");
    expect(await refusal(planner.reports.density({ bandwidth: 75 }))).toMatchObject({ code: "notAllowed" });
    expect(await services.rows("select * from audit_log")).toEqual([]);
  });

  it("keeps the weight of the voices, along streets near where they stand", async () => {
    const services = await openTestServices();
    const resident = await callerFor(services, "resident");
    const at = spotIn("stortorget");
    // One voice that reports twice from a square weighs one there.
    for (const voice of ["one", "one", "two"]) await resident.reports.submit(report({ at, voice }));
    const planner = await callerFor(services, "planner");
    await planner.reports.giveReason({ reason: "Underlag för ny belysning" });
    for (const bandwidth of [75, 150] as const) {
      const { stretches, beside } = await planner.reports.density({ bandwidth });
      expect(beside).toBeLessThan(0.001);
      const mass = stretches.reduce(
        (sum, { line, per100 }) => sum + (per100 * lengthInMetres(line)) / 100,
        0,
      );
      // A dead end may lose some; nothing is added.
      expect(mass).toBeGreaterThan(1.6);
      expect(mass).toBeLessThan(2.02);
    }
    expect(
      await services.rows("select action, details->'bandwidth' as bandwidth from audit_log order by id"),
    ).toEqual([
      { action: "reports.reason", bandwidth: null },
      { action: "reports.density", bandwidth: 75 },
      { action: "reports.density", bandwidth: 150 },
    ]);
  });

  it("is nowhere where there is no report", async () => {
    const services = await openTestServices();
    const planner = await callerFor(services, "planner");
    await planner.reports.giveReason({ reason: "Underlag för ny belysning" });
    expect(await planner.reports.density({ bandwidth: 150 })).toEqual({ beside: 0, stretches: [] });
  });
});
