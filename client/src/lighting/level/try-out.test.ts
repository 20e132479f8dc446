import { untoldLight } from "@trygg/shared/lighting/schema.ts";
import { describe, expect, it } from "vitest";
import { addedAt, begun, isNew, movedTo, takenBack } from "./try-out.ts";

const lamp = {
  id: "lamp-1",
  at: { lng: 14.86, lat: 56.17 },
  area: "stortorget",
  height: 5,
  flux: 3500,
  ...untoldLight,
  owner: "municipality",
  status: "working" as const,
  statusSince: "2026-11-01",
  statusSource: "Ronden",
};
const there = { lng: 14.861, lat: 56.171 };
const farther = { lng: 14.862, lat: 56.172 };

describe("a try-out", () => {
  it("moves a lamp many times in one step, and takes it back in one", () => {
    const first = movedTo(movedTo(begun(null), lamp, farther), lamp, there);
    expect(first.lamps["lamp-1"]).toEqual({ ...lamp, at: there });
    const second = movedTo(begun(first), lamp, farther);
    expect(takenBack(second)?.lamps).toEqual(first.lamps);
    expect(takenBack(first)).toBeNull();
  });

  it("adds lamps that have ids of their own, and knows them from those of the register", () => {
    const one = addedAt(null, there, "2026-11-23");
    const two = addedAt(one.tried, farther, "2026-11-23");
    expect(Object.keys(two.tried.lamps)).toEqual([one.id, two.id]);
    expect([one.id, "lamp-1"].map((id) => isNew({ id }))).toEqual([true, false]);
    const back = takenBack(two.tried);
    expect(back?.lamps).toEqual(one.tried.lamps);
    // An id that was taken back is free again, and none of two lamps that stand.
    expect(addedAt(back, there, "2026-11-23").id).toBe(two.id);
  });
});
