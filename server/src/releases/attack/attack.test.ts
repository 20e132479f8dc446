import { describe, expect, it } from "vitest";
import { makeRandom } from "../../demonstration/random.ts";
import { openTestServices } from "../../testing/services.ts";
import { selectForRelease } from "../../reports/store.ts";
import { cellsOf } from "../cells.ts";
import { monthsBefore, reportsWindow } from "../window.ts";
import { attackPairs, attackTables } from "./findings.ts";
import { publishedCells } from "./published.ts";

/** The mean advantage that a year of releases may give to somebody who knows everything else. */
const MOST_ADVANTAGE = 0.1;

describe("the release of the demonstration", () => {
  it("gives away no hidden cell, and tells nobody who knows all the rest whether one report is there, over a year", async () => {
    const services = await openTestServices({ demonstration: true });
    const latest = services.releases.reports();
    if (!latest) throw new Error("expected a release");
    const { hidden, isolated } = await attackTables([publishedCells(services.town, latest)]);
    expect(hidden).toBeGreaterThan(20);
    expect(isolated).toEqual([]);

    // Ids are random, and decide which of a voice's reports gives its reasons: here they fall the same in every run.
    await services.rows("update reports set id = encode(substr(client_key_hash, 1, 16), 'hex')::uuid");
    const window = reportsWindow("2026-11-23");
    const periods = monthsBefore(window, 12);
    const found = attackPairs(
      {
        reports: await selectForRelease(services.db, periods[0]?.from ?? "", window.to),
        periods,
        minimums: cellsOf(services.town),
        pairs: 250,
        // With fewer, chance itself looks like an advantage.
        draws: 1000,
      },
      makeRandom("pairs").next,
    );
    expect(found.pairs).toBe(250);
    expect(found.mean).toBeLessThan(MOST_ADVANTAGE);
    expect(found.mean).toBeGreaterThan(0.01);
    expect(found.worst?.advantage).toBeLessThanOrEqual(found.worst?.bound ?? 0);
  });
});
