import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ToldCell,
  changeThreshold,
  classDistribution,
  classRange,
  geometricNoise,
  leastChange,
  minuteClass,
  minuteRange,
  standsAfter,
  tellCell,
  voiceClass,
  voiceClasses,
} from "./rule.ts";

const voices = (count: number, prefix = "v") =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

describe("classes of voices", () => {
  it.each([
    [-3, "few"],
    [4, "few"],
    [5, "5-9"],
    [9, "5-9"],
    [10, "10-19"],
    [39, "20-39"],
    [79, "40-79"],
    [80, "80+"],
  ] as const)("tell %i as %s", (disturbed, told) => {
    expect(voiceClass(disturbed, 5)).toBe(told);
  });

  it("tell less than ten at a protected place as few", () => {
    expect(voiceClass(9, 10)).toBe("few");
    expect(voiceClass(10, 10)).toBe("10-19");
  });
});

describe("noise", () => {
  it("has the tail of ε = 1: P(|x| ≥ 1, 2, 3, 5) = .538 .198 .073 .010", () => {
    const steps = 1500;
    const counts = new Map<number, number>();
    for (let first = 0; first < steps; first++)
      for (let second = 0; second < steps; second++) {
        const size = Math.abs(geometricNoise((first + 0.5) / steps, (second + 0.5) / steps, 1));
        counts.set(size, (counts.get(size) ?? 0) + 1);
      }
    const tail = (from: number) =>
      [...counts].filter(([size]) => size >= from).reduce((sum, [, count]) => sum + count, 0) / steps ** 2;
    expect([1, 2, 3, 5].map((from) => tail(from).toFixed(3))).toEqual(["0.538", "0.198", "0.073", "0.010"]);
  });
});

describe("what can be known of a class from outside", () => {
  it.each([5, 10])("is the range it is told for, without gap or overlap, with a minimum of %i", (minimum) => {
    for (let disturbed = 0; disturbed < 120; disturbed++) {
      const fitting = voiceClasses.filter((name) => {
        const [from, to] = classRange(name, minimum);
        return from <= disturbed && disturbed <= to;
      });
      expect(fitting).toEqual([voiceClass(disturbed, minimum)]);
    }
  });

  it.each([
    [3, 5],
    [9, 5],
    [12, 10],
    [80, 5],
  ])("is how likely it is for %i voices with a minimum of %i", (count, minimum) => {
    const distribution = new Map(classDistribution(count, minimum));
    const DRAWS = 300;
    const drawn = new Map<string, number>();
    for (let one = 1; one <= DRAWS; one++)
      for (let other = 1; other <= DRAWS; other++) {
        const told = voiceClass(count + geometricNoise(one / DRAWS, other / DRAWS, 1), minimum);
        drawn.set(told, (drawn.get(told) ?? 0) + 1 / DRAWS ** 2);
      }
    for (const name of voiceClasses)
      expect(distribution.get(name) ?? 0).toBeCloseTo(drawn.get(name) ?? 0, 1.5);
  });
});

const TO = "2026-10-31";
const tell = (
  present: string[],
  noise: number,
  threshold: number,
  before: ToldCell | undefined,
  to = TO,
): ToldCell => tellCell({ voices: present, noise, minimum: 5, threshold, to }, before);

describe("a told cell", () => {
  it("takes its class as it is the first time", () => {
    expect(tell(voices(12), 0, 5, undefined)).toEqual({ class: "10-19", voices: voices(12), on: TO });
  });

  it("is told anew after a year, so that a place which grew quiet does not stand for ever", () => {
    const before = tell(voices(9), 0, 5, undefined, "2025-10-31");
    // Nobody is left, but the threshold is out of reach.
    expect(tell([], 0, 20, before, "2026-09-30")).toBe(before);
    expect(tell([], 0, 20, before, "2026-10-31")).toEqual({ class: "few", voices: [], on: "2026-10-31" });
    expect(tell([], 0, 20, { ...before, on: null }, "2025-11-30").class).toBe("few");
  });

  it("needs as many to come or go as it was last told by, and the minimum", () => {
    expect([0, 4, 5, 60].map((told) => leastChange(5, told))).toEqual([5, 5, 5, 60]);
  });

  it("does not move for fewer than five voices, however the noise falls", () => {
    const before = tell(voices(9), 0, 5, undefined);
    expect(tell(voices(13), 0, 5, before)).toBe(before);
  });

  it("moves when five have come", () => {
    const before = tell(voices(9), 0, 5, undefined);
    expect(tell(voices(14), 0, 5, before).class).toBe("10-19");
  });

  it("moves when voices are exchanged, not only when their number changes", () => {
    const before = tell(voices(9), 0, 5, undefined);
    const after = tell(voices(9, "other"), 2, 5, before);
    expect(after.class).toBe("10-19");
  });

  it("waits for more than five where its threshold is higher", () => {
    const before = tell(voices(9), 0, 5, undefined);
    expect(tell(voices(16), 0, 8, before)).toBe(before);
    expect(tell(voices(17), 0, 8, before).class).toBe("10-19");
  });

  it("has a threshold of at least the minimum, as likely as is stated", () => {
    const drawn = Array.from({ length: 4000 }, (_, index) => changeThreshold((index + 1) / 4000, 5));
    expect(Math.min(...drawn)).toBe(5);
    for (const difference of [4, 5, 8, 12])
      expect(drawn.filter((threshold) => threshold > difference).length / 4000).toBeCloseTo(
        standsAfter(difference, 5),
        2,
      );
  });

  it("never changes by one report more or less within a class's memory", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -3, max: 3 }), (count, noise) => {
        const before = tell(voices(count), 0, 5, undefined);
        expect(tell(voices(count + 1), noise, 5, before)).toBe(before);
      }),
    );
  });
});

describe("classes of minutes", () => {
  it("begin at 1, 60, 180 and 360", () => {
    expect([0, 0.5, 59, 60, 179, 180, 359, 360].map(minuteClass)).toEqual([
      "0",
      "<60",
      "<60",
      "60-179",
      "60-179",
      "180-359",
      "180-359",
      "360+",
    ]);
  });

  it("are as wide as they say", () => {
    for (let minutes = 0; minutes < 400; minutes++) {
      const [from, to] = minuteRange(minuteClass(minutes));
      expect(minutes >= from && minutes <= to).toBe(true);
    }
  });
});
