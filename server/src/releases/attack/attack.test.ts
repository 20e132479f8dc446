import { describe, expect, it } from "vitest";
import { makeRandom } from "../../demonstration/random.ts";
import { openTestServices } from "../../testing/services.ts";
import { selectForRelease } from "../../reports/store.ts";
import { reportsWindow } from "../window.ts";
import { MOST_ADVANTAGE, attackPairs, attackTables } from "./attack.ts";

describe("the release of the demonstration", () => {
  it("gives away no hidden cell, and tells nobody who knows all the rest whether one report is there", async () => {
    const services = await openTestServices({ demonstration: true });
    const latest = services.releases.reports();
    if (!latest) throw new Error("expected a release");
    const { hidden, isolated } = await attackTables(services.town, latest);
    expect(hidden).toBeGreaterThan(20);
    expect(isolated).toEqual([]);

    const windows = [];
    for (const day of ["2026-09-23", "2026-10-23", "2026-11-23"]) {
      const { from, to } = reportsWindow(day);
      windows.push(await selectForRelease(services.db, from, to));
    }
    const random = makeRandom("pairs").next;
    const found = attackPairs(services.town, windows, { pairs: 250, draws: 200, random });
    expect(found.pairs).toBe(250);
    expect(found.mean).toBeLessThan(MOST_ADVANTAGE);
    expect(found.mean).toBeGreaterThan(0.01);
    expect(found.worst?.advantage).toBeLessThanOrEqual(found.worst?.bound ?? 0);
  });
});
