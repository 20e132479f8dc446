import { describe, expect, it } from "vitest";
import { HOUR_MS } from "../time/local.ts";
import { findGaps } from "./gaps.ts";
import { occasionOf } from "./occasions.ts";

const bin = 5;

describe("gaps", () => {
  it("are shares of worry minus shares of presence: demand 30, 25, 25, 20 against minutes 10, 40, 30, 20", () => {
    const worry = [30, 25, 25, 20].map((voices, index) => ({
      square: "abcd"[index] as string,
      bin,
      worry: voices,
      voices,
    }));
    const presence = [10, 40, 30, 20].map((minutes, index) => ({
      square: "abcd"[index] as string,
      bin,
      minutes,
    }));
    const gaps = findGaps(worry, 100, presence);
    expect(gaps.map(({ square, gap }) => [square, Number(gap.toFixed(3))])).toEqual([
      ["a", 0.2],
      ["d", 0],
      ["c", -0.05],
      ["b", -0.15],
    ]);
  });

  it("say when too few voices stand behind them", () => {
    const [gap] = findGaps([{ square: "a", bin, worry: 4, voices: 4 }], 4, []);
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
