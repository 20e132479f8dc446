import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths } from "../time/local.ts";
import { type ComparedArea, proposeAreas } from "./comparison-areas.ts";
import { baselineBefore, monthsAfter, sameMonths } from "./plan.ts";
import { verdictOf } from "./verdict.ts";

describe("the months of a plan", () => {
  it("are twelve whole ones before, and as many whole ones after as are over", () => {
    expect(baselineBefore("2026-07-01")).toEqual({ from: "2025-07-01", to: "2026-06-30" });
    expect(baselineBefore("2028-03-31")).toEqual({ from: "2027-03-01", to: "2028-02-29" });
    expect(monthsAfter("2026-08-31", 6, "2026-11-30")).toEqual(["2026-09", "2026-10"]);
    expect(monthsAfter("2026-08-31", 6, "2026-12-01")).toEqual(["2026-09", "2026-10", "2026-11"]);
    expect(monthsAfter("2026-08-01", 2, "2027-12-01")).toEqual(["2026-09", "2026-10"]);
    expect(monthsAfter("2026-11-20", 6, "2026-11-23")).toEqual([]);
  });

  it("are held against the same ones of the year, each of the baseline", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 30 }), (begins, lasts) => {
        const begun = addMonths("2020-01-15", begins);
        const baseline = baselineBefore(begun);
        const after = monthsAfter(addMonths(begun, lasts), 12, "2100-01-01");
        const before = sameMonths(baseline, after);
        expect(new Set(before).size).toBe(12);
        for (const [index, month] of before.entries()) {
          expect(month.slice(5)).toBe(after[index]?.slice(5));
          expect(`${month}-01` >= baseline.from && `${month}-01` <= baseline.to).toBe(true);
        }
      }),
    );
  });
});

/** Areas of one square each, in a row from west to east. */
const row = (...voices: [id: string, voices: number, busy?: boolean][]): ComparedArea[] =>
  voices.map(([id, count, busy = false], index) => ({
    id,
    squares: [`${7800 + index}_99600`],
    voices: count,
    busy,
  }));

describe("what a measure's area is held against", () => {
  const areas = row(
    ["west", 18],
    ["own", 20],
    ["east", 5, true],
    ["a", 21],
    ["b", 900],
    ["c", 19],
    ["d", 22],
    ["e", 3],
    ["f", 17],
  );
  const own = areas[1] as ComparedArea;

  it("is what is most like it, not beside it and without a measure", () => {
    expect(proposeAreas(own, areas)).toEqual({
      control: ["a", "c", "d", "f"],
      buffer: ["west"],
      // Of those that are left, the one most like the buffer.
      bufferControl: ["e"],
    });
  });

  it("is the same in whatever order the areas are given, each once and never its own", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(areas, { minLength: areas.length }), (shuffled) => {
        const found = proposeAreas(own, shuffled);
        expect(found).toEqual(proposeAreas(own, areas));
        const all = Object.values(found).flat();
        expect(new Set([...all, own.id]).size).toBe(all.length + 1);
      }),
    );
  });

  it("may be nothing at all", () => {
    expect(proposeAreas(own, [own])).toEqual({ control: [], buffer: [], bufferControl: [] });
  });
});

describe("a verdict", () => {
  const facts = {
    state: "done" as const,
    doneOn: "2026-08-31",
    plan: { control: ["a"], months: 2 as const },
    months: 2,
    counts: { treated: { before: 40, after: 18 }, control: { before: 100, after: 100 } },
    ratio: { ratio: 0.45, low: 0.25, high: 0.81, p: 0.01 },
    regression: null,
  };

  it.each([
    ["is better where the interval lies below one", {}, "better", { key: "fewer", fewer: 55 }],
    [
      "is worse where it lies above one",
      { ratio: { ratio: 1.8, low: 1.1, high: 3, p: 0.02 } },
      "worse",
      { key: "more", more: 80 },
    ],
    [
      "cannot be told where chance alone could explain it, as in the worked example",
      { ratio: { ratio: 0.6265, low: 0.363, high: 1.081, p: 0.093 } },
      "cannotTell",
      { key: "chance", fewer: 37 },
    ],
    [
      "cannot be told where the fall is only what was high by chance",
      { regression: { expected: 17, artefact: 23 } },
      "cannotTell",
      { key: "meanAgain", fewer: 55 },
    ],
    [
      "is better where the fall is more than that",
      { regression: { expected: 36, artefact: 4 } },
      "better",
      { key: "fewer", fewer: 55 },
    ],
    [
      "is too early while months are missing, whatever they say by then",
      { months: 1 },
      "tooEarly",
      { key: "fewMonths", months: 1, of: 2 },
    ],
    [
      "is not estimable without a control",
      { plan: { control: [], months: 2 as const } },
      "notEstimable",
      { key: "noControl" },
    ],
    ["is not estimable with a count of nought", { ratio: null }, "notEstimable", { key: "nought" }],
  ])("%s", (_, more, verdict, because) => {
    expect(verdictOf({ ...facts, ...more })).toEqual({ verdict, because });
  });
});
