import { describe, expect, it } from "vitest";
import { addDays } from "../time/local.ts";
import { becauseSentence } from "./because.ts";
import { forecastCount } from "./forecast.ts";
import { type Evidence, standing } from "./ledger.ts";
import type { Commitment } from "./schema.ts";

const words = { sv: "x", en: "x" };
const year = { from: "2026-01-01", to: "2026-12-31" };
const commitment = (fields: Partial<Commitment>): Commitment => ({
  id: "x",
  kind: "count",
  title: words,
  owner: words,
  source: "x",
  period: year,
  evidence: [{ from: "records" }],
  ...fields,
});
const evidence = (fields: Partial<Evidence> = {}): Evidence => ({
  dates: [],
  measures: [],
  voices: null,
  ...fields,
});
const everyNth = (days: number, from: string, to: string) => {
  const dates = [];
  for (let date = from; date <= to; date = addDays(date, days)) dates.push(date);
  return dates;
};
const status = (fields: Partial<Commitment>, facts: Partial<Evidence>, today: string) =>
  standing(commitment(fields), evidence(facts), today).status;

describe("a count", () => {
  const count = { kind: "count", target: 200 } as const;
  it.each([
    ["cannot be told before the first", [], "2026-01-01", "cannotTell"],
    ["is on track at four a week", everyNth(1.75, "2026-01-01", "2026-07-01"), "2026-07-01", "onTrack"],
    ["is behind at two a week", everyNth(4, "2026-01-01", "2026-07-01"), "2026-07-01", "behind"],
    ["is kept once it is reached", everyNth(1, "2026-01-01", "2026-07-20"), "2026-07-20", "kept"],
    ["is not kept when the year is over", everyNth(2, "2026-01-01", "2026-12-31"), "2026-12-31", "notKept"],
    ["stays kept after the year", everyNth(1, "2026-01-01", "2026-12-31"), "2027-06-01", "kept"],
  ] as const)("%s", (_, dates, today, expected) => {
    expect(status(count, { dates: [...dates] }, today)).toBe(expected);
  });

  it("does not count what lies outside its period or ahead of the day", () => {
    const dates = ["2025-12-31", "2026-01-01", "2026-06-01", "2027-01-01"];
    expect(standing(commitment(count), evidence({ dates }), "2026-05-31").count).toBe(1);
  });

  it("tells the pace needed per week", () => {
    const dates = everyNth(4, "2026-01-01", "2026-07-01");
    const found = standing(commitment(count), evidence({ dates }), "2026-07-02");
    expect(found).toMatchObject({ count: 46, pace: 5.9 });
    expect(becauseSentence(found.because)).toBe(
      "46 av 200. Det behövs 5,9 i veckan för att hinna. Hittills har det varit 1,8.",
    );
  });
});

describe("a forecast", () => {
  it("closes on the count as the days run out", () => {
    expect(forecastCount(143, 365, 0)).toEqual([143, 143]);
    const widthAfter = (elapsed: number) => {
      const [low, high] = forecastCount(Math.round(elapsed * 0.4), elapsed, 365 - elapsed);
      return high - low;
    };
    expect(widthAfter(30)).toBeGreaterThan(widthAfter(180));
    expect(widthAfter(180)).toBeGreaterThan(widthAfter(330));
  });

  it("covers the truth in at least nine of ten simulated years", () => {
    // A fixed linear congruential generator, so that the simulated years are the same in every run.
    let state = 12345;
    const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
    const days = (rate: number, length: number) =>
      Array.from({ length }, () => {
        let events = 0;
        for (let left = Math.exp(-rate), product = random(); product > left; product *= random()) events += 1;
        return events;
      }).reduce((sum, events) => sum + events, 0);
    let covered = 0;
    for (let trial = 0; trial < 1000; trial++) {
      const soFar = days(0.55, 181);
      const end = soFar + days(0.55, 184);
      const [low, high] = forecastCount(soFar, 181, 184);
      if (low <= end && end <= high) covered += 1;
    }
    expect(covered / 1000).toBeGreaterThanOrEqual(0.9);
  });
});

describe("a cadence", () => {
  const twice = { kind: "cadence", perMonth: 2, period: { from: "2026-01-01", to: "2026-05-31" } } as const;
  const kept = ["01", "02", "03", "04", "05"].flatMap((month) => [`2026-${month}-05`, `2026-${month}-20`]);
  it.each([
    ["cannot be told in its first month", [], "2026-01-20", "cannotTell"],
    ["is on track while no month is missed", kept, "2026-03-15", "onTrack"],
    ["is behind once a month is missed", kept.slice(0, 3), "2026-03-15", "behind"],
    ["is kept when every month was", kept, "2026-05-31", "kept"],
    ["is not kept when one was missed", kept.slice(1), "2026-11-23", "notKept"],
  ] as const)("%s", (_, dates, today, expected) => {
    expect(status(twice, { dates: [...dates] }, today)).toBe(expected);
  });

  it("shows each month of its period", () => {
    const found = standing(commitment(twice), evidence({ dates: kept.slice(0, 5) }), "2026-03-15");
    expect(found.months?.map((month) => month.status)).toEqual(["kept", "kept", "open", "ahead", "ahead"]);
  });

  it("ends February on its last day, in leap years too", () => {
    const leap = { ...twice, period: { from: "2028-02-01", to: "2028-02-29" } } as const;
    expect(status(leap, { dates: ["2028-02-29"] }, "2028-02-28")).toBe("cannotTell");
    expect(status(leap, { dates: ["2028-02-29"] }, "2028-02-29")).toBe("notKept");
  });
});

describe("the other kinds", () => {
  it.each([
    ["a milestone without evidence cannot be told", { kind: "milestone" }, {}, "2026-06-01", "cannotTell"],
    [
      "a milestone is kept by one record",
      { kind: "milestone" },
      { dates: ["2026-02-10"] },
      "2026-06-01",
      "kept",
    ],
    ["a milestone nobody recorded is not kept", { kind: "milestone" }, {}, "2026-12-31", "notKept"],
    [
      "a publication keeps its rhythm",
      { kind: "publication", everyDays: 100 },
      { dates: ["2026-03-01"] },
      "2026-06-01",
      "onTrack",
    ],
    [
      "a publication loses its rhythm",
      { kind: "publication", everyDays: 100 },
      { dates: ["2026-03-01"] },
      "2026-06-30",
      "behind",
    ],
    [
      "a publication is kept at the end without a long gap",
      { kind: "publication", everyDays: 100 },
      { dates: everyNth(90, "2026-02-01", "2026-12-31") },
      "2027-01-10",
      "kept",
    ],
    [
      "a publication with a long gap is not kept",
      { kind: "publication", everyDays: 100 },
      { dates: ["2026-02-01", "2026-12-01"] },
      "2027-01-10",
      "notKept",
    ],
    [
      "a measure follows its state",
      { kind: "measure" },
      { measures: [{ state: "underWay", to: undefined }] },
      "2026-06-01",
      "onTrack",
    ],
    [
      "a measure that is only an idea is behind",
      { kind: "measure" },
      { measures: [{ state: "idea", to: undefined }] },
      "2026-06-01",
      "behind",
    ],
    [
      "a declined measure is no measure",
      { kind: "measure" },
      { measures: [{ state: "declined", to: undefined }] },
      "2026-06-01",
      "cannotTell",
    ],
    [
      "a measure done another year does not count",
      { kind: "measure" },
      { measures: [{ state: "done", to: "2023-06-01" }] },
      "2026-06-01",
      "cannotTell",
    ],
    [
      "a measure done within the period is kept, also when the period is over",
      { kind: "measure" },
      { measures: [{ state: "done", to: "2026-11-20" }] },
      "2027-03-01",
      "kept",
    ],
    [
      "a measure that is still under way when the period is over is not kept",
      { kind: "measure" },
      { measures: [{ state: "underWay", to: "2027-02-01" }] },
      "2026-12-31",
      "notKept",
    ],
    [
      "a measure that is meant to be done too late is behind",
      { kind: "measure" },
      { measures: [{ state: "underWay", to: "2027-02-01" }] },
      "2026-06-01",
      "behind",
    ],
    [
      "a measure beside it that is as far and in time is on track",
      { kind: "measure" },
      {
        measures: [
          { state: "underWay", to: "2027-02-01" },
          { state: "underWay", to: "2026-11-01" },
        ],
      },
      "2026-06-01",
      "onTrack",
    ],
    [
      "more voices than last year are on track",
      { kind: "indicator" },
      { voices: { now: 12, before: 10 } },
      "2026-06-01",
      "onTrack",
    ],
    [
      "without last year nothing can be compared",
      { kind: "indicator" },
      { voices: { now: 12, before: 0 } },
      "2026-06-01",
      "cannotTell",
    ],
    [
      "nothing can be told before the period",
      { kind: "activity", period: { from: "2026-03-01", to: "2026-12-31" } },
      {},
      "2026-02-01",
      "cannotTell",
    ],
  ] as const)("%s", (_, fields, facts, today, expected) => {
    expect(status(fields as Partial<Commitment>, facts as Partial<Evidence>, today)).toBe(expected);
  });
});
