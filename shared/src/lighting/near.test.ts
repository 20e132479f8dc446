import { describe, expect, it } from "vitest";
import { lampsNear } from "./near.ts";
import type { LampStatus } from "./schema.ts";

const at = { lng: 14.863, lat: 56.17 };
/** A lamp so many metres north of the point. */
const lampAt = (id: string, metres: number, status: LampStatus = "working") => ({
  id,
  status,
  owner: "municipality" as const,
  statusSince: "2026-11-01",
  statusSource: "Ronden",
  at: { lng: at.lng, lat: at.lat + metres / 111_320 },
});

describe("lamps near a point", () => {
  it("are those within 40 metres, and there may be none", () => {
    expect(lampsNear([lampAt("a", 39), lampAt("b", 42)], at).shown.map(({ id }) => id)).toEqual(["a"]);
    expect(lampsNear([lampAt("b", 42)], at)).toEqual({ shown: [], more: 0 });
  });

  it("come with those that do not burn first, and then by distance", () => {
    const lamps = [lampAt("a", 5), lampAt("b", 30, "broken"), lampAt("c", 20, "off"), lampAt("d", 3)];
    expect(lampsNear(lamps, at).shown.map(({ id, metres }) => [id, metres])).toEqual([
      ["c", 20],
      ["b", 30],
      ["d", 3],
    ]);
  });

  it("are few, with the number of those left out", () => {
    const lamps = Array.from({ length: 9 }, (_, index) => lampAt(`lamp ${index}`, index));
    const { shown, more } = lampsNear(lamps, at);
    expect([shown.length, more]).toEqual([3, 6]);
  });
});
