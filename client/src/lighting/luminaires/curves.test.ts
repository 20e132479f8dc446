import { readPhotometry } from "@trygg/shared/photometry/file.ts";
import { eulumdat, towardsStreet } from "@trygg/shared/photometry/samples.ts";
import { describe, expect, it } from "vitest";
import { brightest, candelaAt, outlinesOnGround, planeOf, roundAbove } from "./curves.ts";

const standIn = { flux: 3500, shape: { q: 8, a: 0.35, b: 0.35 } };
const planes = Array.from({ length: 24 }, (_, index) => index * 15);
const { distribution } = readPhotometry(eulumdat({ isym: 0, planes, shape: towardsStreet, lightOutput: "" }));
const street = { flux: distribution.flux, shape: distribution };

describe("the curves of a luminaire", () => {
  it("have the intensities of its table", () => {
    for (const [c, gamma] of [
      [0, 0],
      [90, 60],
      [270, 45],
    ] as const)
      expect(candelaAt(street, c, gamma)).toBeCloseTo(4 * towardsStreet(c, gamma), 1);
  });

  it("of the stand-in are brightest 61° from straight down, towards the street", () => {
    const { c, gamma } = brightest({ ...standIn, shape: { ...standIn.shape, a: 0 } });
    expect([c, gamma]).toEqual([90, 61]);
  });

  it("run from straight down to straight up", () => {
    const plane = planeOf(standIn, 90);
    expect([plane.at(0)?.gamma, plane.at(-1)]).toEqual([0, { gamma: 180, candela: 0 }]);
  });

  it("on the ground hold more of the street side than of the other, and less the brighter the level", () => {
    const [two, ten, never] = outlinesOnGround(standIn, 5, [2, 10, 1000]);
    const reach = (outline: typeof two) => outline?.outline.map(({ towards }) => towards) ?? [];
    expect(Math.max(...reach(two))).toBeGreaterThan(-Math.min(...reach(two)));
    expect(Math.max(...reach(two))).toBeGreaterThan(Math.max(...reach(ten)));
    expect(never).toBeUndefined();
  });

  it.each([
    [0.9, 1],
    [100, 100],
    [101, 120],
    [640, 800],
  ])("of at most %d are measured by rings up to %d", (value, above) => {
    expect(roundAbove(value)).toBeCloseTo(above, 9);
  });
});
