import { describe, expect, it } from "vitest";
import { dwellingsOf } from "./dwellings.ts";

/** Column 7864 begins at 491,500 m, row 99600 at 6,225,000 m: both corners of a population square. */
const quarter = (dwellings: number | null, people = 100) => ({
  east: 491_500,
  north: 6_225_000,
  side: 250 as const,
  people,
  dwellings,
});
const inside = { squares: ["7864_99600", "7865_99600"] };

describe("the dwellings of an area", () => {
  it("are its share of those in each population square", () => {
    expect(dwellingsOf(inside, [quarter(80)])).toBe(10);
    const kilometre = { ...quarter(256), east: 491_000, side: 1000 as const };
    expect(dwellingsOf(inside, [kilometre])).toBe(2);
  });

  it("are none where nobody lives", () => {
    expect(dwellingsOf(inside, [])).toBe(0);
    expect(dwellingsOf({ squares: ["7868_99600"] }, [quarter(80)])).toBe(0);
  });

  it("are not known where people live but nobody has told in how many", () => {
    expect(dwellingsOf(inside, [quarter(null)])).toBeNull();
    expect(dwellingsOf(inside, [quarter(null, 0)])).toBe(0);
  });
});
