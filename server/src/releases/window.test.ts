import { describe, expect, it } from "vitest";
import { presenceWindow, reportsWindow, weeksOf } from "./window.ts";

describe("the window of a release", () => {
  it.each([
    ["2026-11-23", { from: "2025-11-01", to: "2026-10-31" }],
    ["2026-12-01", { from: "2025-12-01", to: "2026-11-30" }],
    ["2026-03-01", { from: "2025-03-01", to: "2026-02-28" }],
    ["2028-03-31", { from: "2027-03-01", to: "2028-02-29" }],
    ["2026-01-15", { from: "2025-01-01", to: "2025-12-31" }],
  ])("of reports on %s is twelve whole months", (today, window) => {
    expect(reportsWindow(today)).toEqual(window);
  });

  it.each([
    ["2026-11-22", "2026-11-08"],
    ["2026-11-23", "2026-11-15"],
    ["2026-11-29", "2026-11-15"],
    ["2026-11-30", "2026-11-22"],
  ])("of presence on %s ends on %s, a Sunday at least a week ago", (today, to) => {
    expect(presenceWindow(today).to).toBe(to);
  });

  it("of presence holds twelve weeks, latest first", () => {
    const weeks = weeksOf(presenceWindow("2026-11-23"));
    expect(weeks).toHaveLength(12);
    expect(weeks[0]).toBe("2026-W46");
    expect(weeks[11]).toBe("2026-W35");
  });
});
