import { describe, expect, it } from "vitest";
import { type ReleaseCalendar, dueOn } from "./calendar.ts";

const calendar: ReleaseCalendar = {
  note: "",
  reports: { dayOfMonth: 3 },
  presence: { weekday: 2 },
  licence: "CC-BY-4.0",
};

describe("the next release", () => {
  it("of reports is due on its day of this month, or of the next once this month's has been made", () => {
    expect(dueOn("reports", calendar, "2026-11-23", false)).toBe("2026-11-03");
    expect(dueOn("reports", calendar, "2026-11-23", true)).toBe("2026-12-03");
    expect(dueOn("reports", calendar, "2026-12-01", true)).toBe("2027-01-03");
    expect(dueOn("reports", calendar, "2026-12-01", false)).toBe("2026-12-03");
  });

  it("of presence is due on its day of this week, or of the next once this week's has been made", () => {
    // A Monday, and the Sunday that ends its week.
    for (const today of ["2026-11-23", "2026-11-29"]) {
      expect(dueOn("presence", calendar, today, false)).toBe("2026-11-24");
      expect(dueOn("presence", calendar, today, true)).toBe("2026-12-01");
    }
  });
});
