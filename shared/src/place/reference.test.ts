import type { Feature, Geometry } from "geojson";
import { describe, expect, it } from "vitest";
import { type ReferencePoint, checkPoint } from "./reference.ts";

const point = (fields: Partial<ReferencePoint> = {}): ReferencePoint => ({
  name: "A house on Storgatan",
  at: { lng: 15, lat: 56 },
  drawn: "Storgatan",
  certainty: "sure",
  source: "https://example.se",
  ...fields,
});
const feature = (geometry: Geometry, properties: Record<string, unknown>): Feature => ({
  type: "Feature",
  properties,
  geometry,
});
/** A street towards the east, so many metres north of the point. */
const street = (metres: number, properties: Record<string, unknown> = { name: "Storgatan", width: 12 }) => {
  const lat = 56 + metres / 111_320;
  return feature({ type: "LineString", coordinates: [[14.99, lat], [15.01, lat]] }, properties); // prettier-ignore
};
const land = feature(
  { type: "Polygon", coordinates: [[[14, 55], [16, 55], [16, 57], [14, 57], [14, 55]]] }, // prettier-ignore
  { kind: "land" },
);

describe("a reference point", () => {
  it.each([
    ["sure", 30, true],
    ["sure", 32, false],
    ["fair", 65, true],
    ["fair", 67, false],
  ] as const)(
    "that is %s and %d m from the middle of a street 12 m wide is near enough: %s",
    (certainty, metres, ok) => {
      const checked = checkPoint(point({ certainty }), [street(metres)]);
      expect(checked.metres).toBeCloseTo(metres - 6, 0);
      expect(checked.ok).toBe(ok);
    },
  );

  it("is measured to the nearest feature of its name", () => {
    expect(checkPoint(point(), [street(80), street(10)]).metres).toBeCloseTo(4, 0);
  });

  it("is 0 m from a surface that holds it, found by its kind where it has no name", () => {
    expect(checkPoint(point({ drawn: "land" }), [land])).toMatchObject({ metres: 0, ok: true });
  });

  it("is too far from what is not drawn, or drawn as a name only", () => {
    const label = street(0, { name: "Storgatan" });
    for (const drawn of [[], [land], [label]])
      expect(checkPoint(point(), drawn)).toMatchObject({ metres: Infinity, ok: false });
  });
});
