import { toGrid, toLngLat } from "@trygg/shared/geo/sweref.ts";
import { kindOf } from "@trygg/shared/reports/kind.ts";
import { type Points, restOf } from "@trygg/shared/reports/points.ts";
import { describe, expect, it } from "vitest";
import { indexPoints, placeOfPoint, pointName, pointNameAt, standingOn } from "./points.ts";

const unsafe = kindOf("unsafe", "dark", 2);
const safe = kindOf("safe", "light", null);

/** Two reports on the point 491 230, 6 225 430 and one 20 m farther east. */
const points: Points = {
  head: {
    east: 491_200,
    north: 6_225_400,
    step: 10,
    width: 100,
    height: 50,
    firstDay: "2026-01-01",
    reasons: ["lighting", "deserted", "people"],
  },
  words: Uint32Array.from([
    303,
    0b011,
    restOf(40, unsafe, 8),
    303,
    0b110,
    restOf(9, safe, 8),
    305,
    0b001,
    restOf(0, unsafe, 56),
  ]),
};
const at = (east: number, north: number) => toLngLat({ east, north });

describe("a point with reports", () => {
  it("tells what stands there: of each feeling, the reasons most first, the latest day", () => {
    expect(standingOn(points, 303)).toEqual({
      reports: 2,
      unsafe: 1,
      safe: 1,
      reasons: ["deserted", "lighting", "people"],
      latest: "2026-02-10",
    });
    expect(standingOn(points, 304)).toBeNull();
  });

  it("is found from nearby, the nearest of several, and not from afar", () => {
    const find = indexPoints(points);
    expect(find(at(491_233, 6_225_434), 10)).toBe(303);
    expect(find(at(491_242, 6_225_430), 30)).toBe(305);
    expect(find(at(491_240, 6_225_430), 5)).toBeUndefined();
  });

  it("has a name that leads back to it", () => {
    const name = pointName({ east: 491_230, north: 6_225_430 });
    const place = placeOfPoint(name);
    expect(place && toGrid(place).east).toBeCloseTo(491_230, 3);
    expect(place && pointNameAt(place)).toBe(name);
    expect([null, "at_1_2", "7859_99607", ""].map(placeOfPoint)).toEqual([null, null, null, null]);
  });
});
