import { describe, expect, it } from "vitest";
import { isoWeek, mondayOf } from "./week.ts";

describe("ISO weeks", () => {
  it.each([
    ["2026-11-23", "2026-W48"],
    ["2026-11-22", "2026-W47"],
    ["2026-12-31", "2026-W53"],
    ["2027-01-03", "2026-W53"],
    ["2027-01-04", "2027-W01"],
    ["2024-12-30", "2025-W01"],
  ])("hold %s in %s", (date, week) => {
    expect(isoWeek(date)).toBe(week);
  });

  it("begin on Monday", () => {
    expect(mondayOf("2026-11-29")).toBe("2026-11-23");
    expect(mondayOf("2026-11-23")).toBe("2026-11-23");
  });
});
