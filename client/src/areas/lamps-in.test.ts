import { describe, expect, it } from "vitest";
import { type LampStatus, untoldLight } from "@trygg/shared/lighting/schema.ts";
import { lampsIn } from "./lamps-in.ts";

const lamp = (id: string, area: string, status: LampStatus) => ({
  type: "Feature" as const,
  id,
  geometry: { type: "Point" as const, coordinates: [14.86, 56.17] as [number, number] },
  properties: {
    kind: "lamp" as const,
    id,
    area,
    status,
    height: null,
    flux: null,
    ...untoldLight,
    owner: "municipality" as const,
    statusSince: "2026-11-01",
    statusSource: "kommunen",
  },
});

describe("the lamps of an area", () => {
  it("are counted by whether they burn, without those of other areas", () => {
    const features = [
      lamp("1", "torget", "broken"),
      lamp("2", "torget", "working"),
      lamp("3", "torget", "working"),
      lamp("4", "parken", "off"),
    ];
    expect(lampsIn("torget", features)).toEqual([
      { status: "working", count: 2 },
      { status: "broken", count: 1 },
    ]);
    expect(lampsIn("kajen", features)).toEqual([]);
  });
});
