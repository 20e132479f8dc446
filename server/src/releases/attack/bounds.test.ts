import type { VoiceClass } from "@trygg/shared/releases/rule.ts";
import { describe, expect, it } from "vitest";
import { boundSeries, isFewMoved, isIsolated } from "./bounds.ts";
import type { PublishedCell } from "./published.ts";

const cell = (table: "area" | "reason", name: string, told: VoiceClass): PublishedCell => ({
  cell: name,
  id: name,
  table,
  band: "dark",
  feeling: "unsafe",
  class: told,
  minimum: 5,
});

const hiddenIn = async (told: PublishedCell[], noise: number) =>
  (await boundSeries([told], noise))?.hidden ?? [];

describe("the bounds of a hidden cell", () => {
  it("reach from nobody to all that are hidden where the other figures say nothing of it", async () => {
    const told = [
      cell("area", "a", "few"),
      cell("area", "b", "40-79"),
      cell("reason", "lighting", "20-39"),
      cell("reason", "deserted", "20-39"),
    ];
    const [bounds] = await hiddenIn(told, 0);
    expect(bounds).toEqual({ cell: "a", least: 0, greatest: 4, minimum: 5 });
    expect(bounds && isIsolated(bounds)).toBe(false);
  });

  it("give a cell away that another table needs somebody in", async () => {
    // At most nine voices stand in b, but ten gave the reason: somebody must be in a.
    const told = [cell("area", "a", "few"), cell("area", "b", "5-9"), cell("reason", "lighting", "10-19")];
    const [bounds] = await hiddenIn(told, 0);
    expect(bounds).toMatchObject({ cell: "a", least: 1 });
    expect(bounds && isIsolated(bounds)).toBe(true);
    // Noise that large takes the proof away.
    const [disturbed] = await hiddenIn(told, 6);
    expect(disturbed).toMatchObject({ least: 0, greatest: 10 });
  });

  it("give a cell away that another table leaves no room in", async () => {
    // Eight reasons at the most, and each voice gives one: beside the five in b there is room for three.
    const told = [
      cell("area", "a", "few"),
      cell("area", "b", "5-9"),
      cell("reason", "lighting", "few"),
      cell("reason", "deserted", "few"),
    ];
    const bounds = await hiddenIn(told, 0);
    expect(bounds.find((each) => each.cell === "a")).toMatchObject({ least: 0, greatest: 3 });
  });

  it("are none where the figures cannot all be true, as noise may have it", async () => {
    const told = [cell("area", "a", "few"), cell("reason", "lighting", "80+")];
    expect(await boundSeries([told], 0)).toBeUndefined();
  });
});

describe("the bounds over a series of releases", () => {
  const area = (name: string, told: VoiceClass) => cell("area", name, told);

  it("say nothing of a class that stands: it may be an old one", async () => {
    // By itself the second release would give a away; but b and the reason may have been told long ago.
    const first = [area("a", "10-19"), area("b", "5-9"), cell("reason", "lighting", "10-19")];
    const second = [area("a", "few"), area("b", "5-9"), cell("reason", "lighting", "10-19")];
    const alone = await boundSeries([second], 0);
    expect(alone?.hidden.filter(isIsolated)).toHaveLength(1);
    const together = await boundSeries([first, second], 0);
    expect(together?.hidden).toMatchObject([{ cell: "a", least: 0, greatest: 4 }]);
  });

  it("tell of a new class that as many have moved as the rule asks for, and never of fewer", async () => {
    const together = await boundSeries([[area("a", "5-9")], [area("a", "few")]], 0);
    const [came, went] = together?.moved ?? [];
    // At least one more has gone than come, and five have moved: three must have gone, but it may have been many.
    expect(came).toMatchObject({ least: 0 });
    expect(went).toMatchObject({ least: 3 });
    expect(went?.greatest).toBeGreaterThanOrEqual(5);
    expect(together?.moved.filter(isFewMoved)).toEqual([]);
  });

  it("count what moved over all releases since the last change", async () => {
    const series = [[area("a", "5-9")], [area("a", "5-9")], [area("a", "10-19")]];
    const moved = (await boundSeries(series, 0))?.moved ?? [];
    // All of it may have happened before the class changed.
    expect(moved.map(({ least }) => least)).toEqual([0, 0]);
  });
});
