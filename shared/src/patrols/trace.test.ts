import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { squareCentre } from "../geo/square.ts";
import { HOUR_MS } from "../time/local.ts";
import { evenTimes, secondsInSight, secondsInside, shareInCircle, stay, walk } from "./trace.ts";

const grid = (east: number, north: number) => ({ east, north });
const total = (list: { seconds: number }[]) => list.reduce((sum, { seconds }) => sum + seconds, 0);

describe("presence along a line", () => {
  it("counts the chord of the circle: 91.652 s of 160 s at 20 m from the centre of 50 m", () => {
    expect(160 * shareInCircle(grid(-80, 20), grid(80, 20), grid(0, 0), 50)).toBeCloseTo(91.652, 3);
  });

  it("counts standing still all or nothing", () => {
    expect(shareInCircle(grid(3, 4), grid(3, 4), grid(0, 0), 5)).toBe(1);
    expect(shareInCircle(grid(3, 4.1), grid(3, 4.1), grid(0, 0), 5)).toBe(0);
  });

  it("passes its points evenly when no times are known", () => {
    expect(evenTimes([grid(0, 0), grid(30, 0), grid(30, 10)], 0, 4000)).toEqual([0, 3000, 4000]);
    expect(evenTimes([grid(1, 1), grid(1, 1)], 0, 10)).toEqual([0, 10]);
  });

  it("is cut at whole hours", () => {
    const trace = walk([grid(0, 0), grid(120, 0)], [HOUR_MS - 60_000, HOUR_MS + 60_000]);
    expect(trace).toHaveLength(2);
    expect(trace[1]).toMatchObject({ from: { east: 60 }, start: HOUR_MS });
  });

  it("spends exactly its duration inside squares, whatever the line", () => {
    const point = fc.record({
      east: fc.double({ min: 491000, max: 492000, noNaN: true }),
      north: fc.double({ min: 6224000, max: 6225000, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 1, max: 300 }),
        (points, minutes) => {
          const trace = walk(points, evenTimes(points, 0, minutes * 60_000));
          expect(total(secondsInside(trace))).toBeCloseTo(minutes * 60, 3);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("presence in an area", () => {
  const centre = squareCentre("7863_99597");

  it("is shared among its points", () => {
    const trace = stay([centre, { ...centre, east: centre.east + 200 }], 0, 600_000);
    const seen = secondsInSight(trace, () => 50);
    expect(seen.find(({ square }) => square === "7863_99597")?.seconds).toBe(300);
  });

  it("is seen less far in the dark", () => {
    const trace = stay([{ ...centre, east: centre.east + 48 }], 0, 60_000);
    const seen = (radius: number) => secondsInSight(trace, () => radius).map(({ square }) => square);
    expect(seen(50)).toContain("7863_99597");
    expect(seen(45)).not.toContain("7863_99597");
  });

  it("is always in sight of at least one square, also in the dark", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (east, north) => {
          const trace = stay([grid(491000 + east, 6224000 + north)], 0, 60_000);
          expect(total(secondsInSight(trace, () => 45))).toBeGreaterThanOrEqual(60);
        },
      ),
    );
  });

  it("of four kilometres and a whole day is counted within seconds, not minutes", () => {
    const points = Array.from({ length: 320 * 160 }, (_, index) =>
      grid(490000 + (index % 320) * 12.5, 6224000 + Math.floor(index / 320) * 12.5),
    );
    const started = performance.now();
    secondsInSight(stay(points, 0, 24 * HOUR_MS), () => 50);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
