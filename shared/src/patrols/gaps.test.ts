import { describe, expect, it } from "vitest";
import { maskOfBins } from "../time/bins.ts";
import { HOUR_MS } from "../time/local.ts";
import { findGaps } from "./gaps.ts";
import { occasionOf } from "./occasions.ts";

const bin = 5;
const worry = (square: string, voices: number) =>
  Array.from({ length: voices }, (_, index) => ({
    square,
    voice: `${square}-${index}`,
    bins: maskOfBins([bin]),
  }));

describe("gaps", () => {
  it("are shares of worry minus shares of presence: demand 30, 25, 25, 20 against minutes 10, 40, 30, 20", () => {
    const worries = [...worry("a", 30), ...worry("b", 25), ...worry("c", 25), ...worry("d", 20)];
    const presence = [10, 40, 30, 20].map((minutes, index) => ({
      square: "abcd"[index] as string,
      bin,
      minutes,
    }));
    const gaps = findGaps(worries, presence);
    expect(gaps.map(({ square, gap }) => [square, Number(gap.toFixed(3))])).toEqual([
      ["a", 0.2],
      ["d", 0],
      ["c", -0.05],
      ["b", -0.15],
    ]);
  });

  it("let a voice weigh one however often it reports", () => {
    const once = { square: "a", voice: "x", bins: maskOfBins([1]) };
    const gaps = findGaps([once, once, once, { square: "b", voice: "y", bins: maskOfBins([1]) }], []);
    expect(gaps.map(({ worryShare }) => worryShare)).toEqual([0.5, 0.5]);
    expect(gaps[0]?.voices).toBe(1);
  });

  it("spread a report that concerns the whole week thinly", () => {
    const gaps = findGaps([{ square: "a", voice: "x", bins: maskOfBins([]) }], []);
    expect(gaps).toHaveLength(56);
    expect(gaps[0]?.worryShare).toBeCloseTo(1 / 56, 12);
  });

  it("say when too few voices stand behind them", () => {
    const [gap] = findGaps(worry("a", 4), []);
    expect(gap).toMatchObject({ voices: 4, enough: false, presenceShare: 0 });
  });
});

describe("an occasion", () => {
  const timeZone = "Europe/Stockholm";
  const evening = Date.parse("2026-11-20T20:00:00Z");
  const areaOf = (square: string) => ({ "1_1": "stortorget", "2_1": "hamnparken" })[square];

  it("is placed where and when most of it was spent", () => {
    const inside = [
      { square: "1_1", hour: evening, seconds: 900 },
      { square: "2_1", hour: evening, seconds: 600 },
      { square: "2_1", hour: evening + HOUR_MS, seconds: 600 },
    ];
    expect(occasionOf(inside, areaOf, timeZone)).toEqual({ area: "hamnparken", date: "2026-11-20", bin: 39 });
  });

  it("needs fifteen minutes inside the centre", () => {
    const minutes = (inTown: number, outside: number) => [
      { square: "1_1", hour: evening, seconds: inTown * 60 },
      { square: "9_9", hour: evening, seconds: outside * 60 },
    ];
    expect(occasionOf(minutes(14.9, 60), areaOf, timeZone)).toBeNull();
    expect(occasionOf(minutes(15, 60), areaOf, timeZone)).not.toBeNull();
  });
});
