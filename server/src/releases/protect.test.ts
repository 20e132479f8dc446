import { CELLS_PER_VOICE } from "@trygg/shared/releases/rule.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { town } from "../testing/samples.ts";
import { cellsOf } from "./cells.ts";
import { type ReleaseReport, type ToldCells, tellReports } from "./protect.ts";

const TO = "2026-10-31";
const noiseKey = Buffer.alloc(32, 7);
const areas = [...town.areas.values()];
const reasons = [...town.reasons.values()];
const tell = (reports: ReleaseReport[], before: ToldCells = new Map()) =>
  tellReports(reports, TO, cellsOf(town), noiseKey, before);

/** Cells that a list of reports adds a voice to. */
const touched = (reports: ReleaseReport[]) =>
  [...tell(reports)].filter(([, { voices }]) => voices.length > 0).map(([cell]) => cell);

const aReport = (fields: Partial<ReleaseReport> = {}): ReleaseReport => ({
  id: crypto.randomUUID(),
  area: "hamnparken",
  feeling: "unsafe",
  reasons: ["lighting"],
  day: null,
  dark: "voice",
  ...fields,
});

const voices = Array.from({ length: 30 }, (_, index) => `voice ${index}`);
const anyReport = fc.record({
  id: fc.uuid(),
  area: fc.constantFrom(...areas.map(({ id }) => id)),
  feeling: fc.constantFrom("unsafe" as const, "safe" as const),
  reasons: fc.uniqueArray(fc.constantFrom(...reasons.map(({ id }) => id)), { minLength: 1, maxLength: 6 }),
  day: fc.option(fc.constantFrom(...voices)),
  dark: fc.option(fc.constantFrom(...voices)),
});

describe("the protected tables", () => {
  it("hold a cell for every area, band and feeling, and for every reason and band", () => {
    expect(tell([]).size).toBe(areas.length * 4 + reasons.length * 2);
  });

  it("count a report in its own cell and under its reasons", () => {
    expect(touched([aReport({ reasons: ["lighting", "deserted"] })])).toEqual([
      "area hamnparken dark unsafe",
      "reason lighting dark",
      "reason deserted dark",
    ]);
  });

  it("take the reasons of one report of a voice, whichever comes first by its random id", () => {
    const first = aReport({ id: "00000000-0000-4000-8000-000000000001", reasons: ["deserted"] });
    const second = aReport({ id: "00000000-0000-4000-8000-000000000002", reasons: ["lighting"] });
    const cells = ["area hamnparken dark unsafe", "reason deserted dark"];
    expect(touched([first, second])).toEqual(cells);
    expect(touched([second, first])).toEqual(cells);
  });

  it("let one voice touch no more cells than the stated loss of privacy counts", () => {
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 10 }), (reports) => {
        // One device in one area, band and feeling.
        const same = reports.map((report) => ({
          ...report,
          area: "hamnparken",
          feeling: "unsafe" as const,
          day: null,
          dark: "voice",
        }));
        expect(touched(same).length).toBeLessThanOrEqual(CELLS_PER_VOICE);
      }),
    );
  });

  it("do not depend on the order of reports", () => {
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 40 }), (reports) => {
        expect(tell(reports.toReversed())).toEqual(tell(reports));
      }),
      { numRuns: 30 },
    );
  });

  it("tell a release with one report more exactly as the one before", () => {
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 40 }), anyReport, (reports, one) => {
        const before = tell(reports);
        const classes = (told: ToldCells) => [...told].map(([cell, { class: name }]) => [cell, name]);
        expect(classes(tell([...reports, one], before))).toEqual(classes(before));
        expect(classes(tell(reports.slice(1), before))).toEqual(classes(before));
      }),
      { numRuns: 30 },
    );
  });

  it("tell nothing of an area where somebody but fewer than eight households live", () => {
    const reports = Array.from({ length: 200 }, (_, index) => aReport({ dark: `voice ${index}` }));
    const classWith = (dwellings: number | null) =>
      tellReports(
        reports,
        TO,
        cellsOf({ ...town, dwellings: new Map([["hamnparken", dwellings]]) }),
        noiseKey,
        // Also where it was told before anybody knew.
        tell(reports),
      ).get("area hamnparken dark unsafe")?.class;
    expect([1, 7.9].map(classWith)).toEqual(["few", "few"]);
    expect([null, 0, 8, 300].map(classWith)).toEqual(["80+", "80+", "80+", "80+"]);
  });

  it("give the same voices other noise in another store", () => {
    const reports = Array.from({ length: 10 }, (_, index) => aReport({ dark: `voice ${index}` }));
    const classes = Array.from({ length: 40 }, (_, store) => {
      const told = tellReports(reports, TO, cellsOf(town), Buffer.alloc(32, store), new Map());
      return told.get("area hamnparken dark unsafe")?.class;
    });
    expect(new Set(classes).size).toBeGreaterThan(1);
  });
});
