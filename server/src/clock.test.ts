import { DAY_MS, localDate } from "@trygg/shared/time/local.ts";
import { describe, expect, it } from "vitest";
import { daysUntil, realClock, shiftedClock } from "./clock.ts";

describe("the demonstration's clock", () => {
  it("stands on its own date, the time of day being the real one, and goes on", () => {
    const shift = daysUntil("2026-11-23", "Europe/Stockholm");
    const shifted = shiftedClock(shift)();
    expect(Math.abs(shifted - realClock() - shift * DAY_MS)).toBeLessThan(1000);
    // Whole days of 24 hours: within an hour of the same wall clock where summer time lies between.
    expect(
      Math.abs(Date.parse(localDate(shifted, "Europe/Stockholm")) - Date.parse("2026-11-23")),
    ).toBeLessThanOrEqual(DAY_MS);
  });

  it("may lie in the past as well", () => {
    expect(daysUntil("2000-01-01", "Europe/Stockholm")).toBeLessThan(-9000);
  });
});
