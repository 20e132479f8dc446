import { describe, expect, it } from "vitest";
import { fitTo } from "./fit.ts";

describe("the position that fits a stretch of land", () => {
  it("shows the whole world at zoom 0 in 512 pixels", () => {
    const { lng, lat, zoom } = fitTo([-180, -85.0511288, 180, 85.0511288], { width: 512, height: 512 });
    expect([lng, lat, zoom].map((value) => Math.abs(Number(value.toFixed(4))))).toEqual([0, 0, 0]);
  });

  it("is a zoom nearer in a window twice as large, and as far as the narrower side asks", () => {
    const town = [14.85, 56.16, 14.87, 56.18] as const;
    const small = fitTo(town, { width: 400, height: 400 });
    expect(fitTo(town, { width: 800, height: 800 }).zoom).toBeCloseTo(small.zoom + 1);
    expect(fitTo(town, { width: 4000, height: 400 }).zoom).toBeCloseTo(small.zoom);
    expect(small.lng).toBeCloseTo(14.86);
    expect(small.lat).toBeCloseTo(56.17, 4);
  });
});
