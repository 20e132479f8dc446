import type { VoiceClass } from "@trygg/shared/releases/rule.ts";
import { describe, expect, it } from "vitest";
import { type PublishedCell, boundHiddenCells, isIsolated } from "./bounds.ts";

const cell = (table: "area" | "reason", name: string, told: VoiceClass): PublishedCell => ({
  cell: name,
  table,
  band: "dark",
  feeling: "unsafe",
  class: told,
  minimum: 5,
});

describe("the bounds of a hidden cell", () => {
  it("reach from nobody to all that are hidden where the other figures say nothing of it", async () => {
    const told = [
      cell("area", "a", "few"),
      cell("area", "b", "40-79"),
      cell("reason", "lighting", "20-39"),
      cell("reason", "deserted", "20-39"),
    ];
    const [bounds] = (await boundHiddenCells(told, 0)) ?? [];
    expect(bounds).toEqual({ cell: "a", least: 0, greatest: 4, minimum: 5 });
    expect(bounds && isIsolated(bounds)).toBe(false);
  });

  it("give a cell away that another table needs somebody in", async () => {
    // At most nine voices stand in b, but ten gave the reason: somebody must be in a.
    const told = [cell("area", "a", "few"), cell("area", "b", "5-9"), cell("reason", "lighting", "10-19")];
    const [bounds] = (await boundHiddenCells(told, 0)) ?? [];
    expect(bounds).toMatchObject({ cell: "a", least: 1 });
    expect(bounds && isIsolated(bounds)).toBe(true);
    // Noise that large takes the proof away.
    const [disturbed] = (await boundHiddenCells(told, 6)) ?? [];
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
    const bounds = (await boundHiddenCells(told, 0)) ?? [];
    expect(bounds.find((each) => each.cell === "a")).toMatchObject({ least: 0, greatest: 3 });
  });

  it("are none where the figures cannot all be true, as noise may have it", async () => {
    const told = [cell("area", "a", "few"), cell("reason", "lighting", "80+")];
    expect(await boundHiddenCells(told, 0)).toBeUndefined();
  });
});
