import { createHash } from "node:crypto";
import { MIN_VOICES, type ToldCell } from "@trygg/shared/releases/rule.ts";
import { isoDate } from "@trygg/shared/time/local.ts";
import { describe, expect, it } from "vitest";
import { makeRandom } from "../../demonstration/random.ts";
import { areaCell } from "../cells.ts";
import { type ReleaseReport, tellReports } from "../protect.ts";
import { prepareDistinguishing, seriesOf } from "./distinguish.ts";

const CELL = areaCell("stortorget", "dark", "unsafe");

const aReport = (voice: number): ReleaseReport => ({
  id: `report ${String(voice).padStart(3, "0")}`,
  area: "stortorget",
  feeling: "unsafe",
  reasons: ["lighting"],
  day: null,
  dark: `voice ${voice}`,
});

/** Reports of the voices from one number to another. */
const voices = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => aReport(from + index));

/** Four windows in which voices come and go, past more than one change. */
const windows = [voices(0, 9), voices(2, 13), voices(6, 20), voices(7, 22)];

const setOf = (reports: ReleaseReport[]) => new Set(reports.map(({ dark }) => dark ?? ""));

describe("the series that a cell may tell", () => {
  const expected = seriesOf(windows.map(setOf), MIN_VOICES);

  it("are all that can happen", () => {
    expect([...expected.values()].reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 6);
    expect(expected.size).toBeGreaterThan(4);
  });

  it("come about as often as the rule itself brings them about, under 4,000 keys", () => {
    const counted = new Map<string, number>();
    const KEYS = 4000;
    for (let key = 0; key < KEYS; key++) {
      const noiseKey = createHash("sha256").update(`key ${key}`).digest();
      let told = new Map<string, ToldCell>();
      let series = "";
      for (const [index, reports] of windows.entries()) {
        told = tellReports(
          reports,
          isoDate(2026, index + 1, 0),
          new Map([[CELL, MIN_VOICES]]),
          noiseKey,
          told,
        );
        series += ` ${told.get(CELL)?.class}`;
      }
      counted.set(series, (counted.get(series) ?? 0) + 1);
    }
    const wide = [...expected].filter(([series, probability]) => {
      const share = (counted.get(series) ?? 0) / KEYS;
      // Four standard deviations.
      const apart = 4 * Math.sqrt((probability * (1 - probability)) / KEYS) + 1e-3;
      return Math.abs(share - probability) > apart;
    });
    expect(wide).toEqual([]);
  });
});

describe("guessing whether a report is there", () => {
  const attack = (series: ReleaseReport[][]) =>
    prepareDistinguishing({
      windows: series,
      minimumOf: () => MIN_VOICES,
      random: makeRandom("guesses").next,
      draws: 2000,
    });

  it("is hopeless in a cell that is far from a border", () => {
    const { advantage } = attack([voices(0, 28)])(aReport(3));
    expect(advantage).toBeLessThan(0.01);
  });

  it("is best at a border, and never better than ε allows there", () => {
    const single = (reports: ReleaseReport[]) => reports.map((report) => ({ ...report, reasons: [] }));
    const { cells, advantage, bound } = attack([single(voices(0, 5))])(aReport(3));
    expect(cells).toBe(1);
    expect(advantage).toBeGreaterThan(0.3);
    expect(advantage).toBeLessThanOrEqual(bound);
    expect(advantage).toBeLessThanOrEqual(Math.tanh(0.5));
  });

  it("is nothing where the voice has said the same before", () => {
    const twice = [...voices(0, 12), { ...aReport(3), id: "report 999" }];
    const again = twice.at(-1);
    expect(again && attack([twice])(again)).toMatchObject({ cells: 0, advantage: 0 });
  });

  it("adds up over releases, but a fixed border does not give the voice away", () => {
    const before = voices(0, 30);
    // Four have come since: with the fifth, a fixed threshold would be reached.
    const after = voices(0, 35);
    const { advantage } = attack([before, after])(aReport(34));
    expect(advantage).toBeLessThan(0.3);
  });
});
