import { describe, expect, it } from "vitest";
import { inOrder, roughly } from "./order.ts";

const area = (name: string, measures = 0, metres: number | null = null) => ({ name, measures, metres });
const names = (areas: { name: string }[]) => areas.map(({ name }) => name).join(" ");

describe("the list of areas", () => {
  it("is in the alphabet of the language that is read", () => {
    const areas = [area("Östra kajen"), area("Ågatan"), area("Norreport")];
    expect(names(inOrder(areas, "name", "sv"))).toBe("Norreport Ågatan Östra kajen");
    expect(names(inOrder(areas, "name", "en"))).toBe("Ågatan Norreport Östra kajen");
  });

  it("has those with most measures first, and the rest by name", () => {
    const areas = [area("C", 1), area("B", 1), area("A"), area("D", 2)];
    expect(names(inOrder(areas, "measures", "sv"))).toBe("D B C A");
  });

  it("has the nearest first once it is known where the reader is, and is by name until then", () => {
    const areas = [area("B", 9, 20), area("A", 0, 500), area("C", 3, 10)];
    expect(names(inOrder(areas, "distance", "sv"))).toBe("C B A");
    const unknown = areas.map((each) => ({ ...each, metres: null }));
    expect(names(inOrder(unknown, "distance", "sv"))).toBe("A B C");
  });
});

describe("a distance", () => {
  it.each([
    [3, "metres", 50],
    [274, "metres", 250],
    [974, "metres", 950],
    [976, "kilometres", 1],
    [12_340, "kilometres", 12.3],
  ] as const)("of %d m is told roughly", (metres, unit, value) => {
    expect(roughly(metres)).toEqual({ unit, value });
  });
});
