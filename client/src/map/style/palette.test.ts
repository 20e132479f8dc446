import { describe, expect, it } from "vitest";
import { contrast } from "./contrast.ts";
import { PALETTES } from "./palette.ts";

describe("contrast", () => {
  it("runs from 1 to 21", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrast("#123456", "#123456")).toBe(1);
  });
});

describe.each(Object.entries(PALETTES))("names on the map by %s", (_, palette) => {
  it.each(Object.entries(palette.label))("are readable on their halo: %s", (__, { text, halo }) => {
    expect(contrast(text, halo)).toBeGreaterThanOrEqual(4.5);
  });
});
