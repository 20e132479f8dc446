import { describe, expect, it } from "vitest";
import { roundCorners } from "./round-corners.ts";

describe("roundCorners", () => {
  it("leaves sharp corners as they are", () => {
    expect(
      roundCorners(
        [
          [0, 0],
          [10, 0],
          [10, 10],
        ],
        false,
      ),
    ).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
    ]);
  });

  it("puts an arc of the given radius into a corner", () => {
    const rounded = roundCorners(
      [
        [0, 0],
        [100, 0, 10],
        [100, 100],
      ],
      false,
    );
    const arc = rounded.slice(1, -1);
    expect(arc.length).toBeGreaterThan(5);
    for (const [u, v] of arc) expect(Math.hypot(u - 90, v - 10)).toBeCloseTo(10, 6);
    expect(arc[0]?.[0]).toBeCloseTo(90, 6);
    expect(arc.at(-1)?.[1]).toBeCloseTo(10, 6);
  });

  it("takes no more than half a side when the radius is too large", () => {
    const rounded = roundCorners(
      [
        [0, 0],
        [10, 0, 500],
        [10, 10],
      ],
      false,
    );
    expect(Math.min(...rounded.slice(1).map(([u]) => u))).toBeGreaterThan(5);
  });
});
