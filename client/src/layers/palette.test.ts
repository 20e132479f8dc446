import { describe, expect, it } from "vitest";
import { contrast } from "../map/style/contrast.ts";
import { LUX_OPACITY, dataPalettes, groundOf } from "./palette.ts";

/** A colour as it looks when it lets some of the ground through. */
function over(colour: string, { ground, opacity }: { ground: string; opacity: number }): string {
  const part = (of: string, at: number) => Number.parseInt(of.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) =>
    Math.round(part(colour, at) * opacity + part(ground, at) * (1 - opacity)),
  );
  return `#${mixed.map((each) => each.toString(16).padStart(2, "0")).join("")}`;
}

describe.each(Object.entries(dataPalettes))("the classes of voices by %s", (theme, palette) => {
  const seen = Object.values(palette.unsafe).map((fill) => over(fill, groundOf(palette)));
  const fromGround = seen.map((colour) => contrast(colour, theme === "day" ? "#ffffff" : "#000000"));

  it("stand in order of lightness on the map itself, each apart from its neighbour", () => {
    for (const [index, colour] of seen.slice(1).entries())
      expect(contrast(colour, seen[index] ?? ""), `class ${index + 1}`).toBeGreaterThan(1.3);
    expect(fromGround).toEqual(fromGround.toSorted((a, b) => a - b));
  });
});

describe.each(Object.entries(dataPalettes))("the classes of lux by %s", (_theme, { ground, lux }) => {
  it("grow lighter from the darkest, each apart from its neighbour", () => {
    const fromDark = lux.map((fill) => contrast(over(fill, { ground, opacity: LUX_OPACITY }), "#000000"));
    for (const [index, lighter] of fromDark.slice(1).entries())
      expect(lighter / (fromDark[index] as number), `class ${index + 1}`).toBeGreaterThan(1.3);
  });
});
