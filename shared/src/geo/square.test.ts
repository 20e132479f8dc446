import { describe, expect, it } from "vitest";
import { distanceToSquare, squareAt, squareCentre, squareCorner, squarePolygon } from "./square.ts";
import { toGrid, toLngLat } from "./sweref.ts";

describe("squares of 62.5 m", () => {
  it("are named by whole squares east and north of the grid's origin", () => {
    expect(squareAt({ east: 491250, north: 6225000 })).toBe("7860_99600");
    expect(squareAt({ east: 491312.49, north: 6225062.49 })).toBe("7860_99600");
    expect(squareAt({ east: 491312.5, north: 6225000 })).toBe("7861_99600");
  });

  it("nest sixteen to one of SCB's 250 m squares", () => {
    const corner = squareCorner("7860_99600");
    expect(corner.east % 250).toBe(0);
    expect(corner.north % 250).toBe(0);
  });

  it("have a centre that lies in them", () => {
    expect(squareAt(squareCentre("7863_99597"))).toBe("7863_99597");
  });

  it("measure a distance from their edge and 0 inside", () => {
    expect(distanceToSquare({ east: 491260, north: 6225010 }, "7860_99600")).toBe(0);
    expect(distanceToSquare({ east: 491310, north: 6225102.5 }, "7860_99600")).toBe(40);
    expect(distanceToSquare({ east: 491247, north: 6224996 }, "7860_99600")).toBe(5);
  });

  it("are drawn with a closed ring that runs counter-clockwise", () => {
    const ring = squarePolygon("7860_99600").coordinates[0] as [number, number][];
    expect(ring).toHaveLength(5);
    expect(ring[4]).toEqual(ring[0]);
    const doubledArea = ring.slice(1).reduce((sum, [x, y], index) => {
      const [fromX, fromY] = ring[index] as [number, number];
      return sum + fromX * y - x * fromY;
    }, 0);
    expect(doubledArea).toBeGreaterThan(0);
  });

  it("refuse a name that is no square", () => {
    expect(() => squareCorner("Stortorget")).toThrow('got "Stortorget"');
  });
});

describe("SWEREF 99 TM", () => {
  it("places the town where the national grid has it", () => {
    const { east, north } = toGrid({ lng: 14.86, lat: 56.17 });
    expect(east).toBeCloseTo(491306.9, 1);
    expect(north).toBeCloseTo(6225009.2, 1);
  });

  it("comes back to the same degrees", () => {
    const back = toLngLat(toGrid({ lng: 14.86411, lat: 56.1696 }));
    expect(back.lng).toBeCloseTo(14.86411, 9);
    expect(back.lat).toBeCloseTo(56.1696, 9);
  });
});
