import { describe, expect, it } from "vitest";
import { countsLate, isOpenOn, opensOn } from "./campaign.ts";

const always = { closed: null, from: null, to: null };
const november = { closed: null, from: "2026-11-01", to: "2026-11-30" };
const closedByHand = { ...november, closed: "2026-11-20" };

describe("a campaign", () => {
  it.each([
    [always, "2026-11-23", true],
    [november, "2026-10-31", false],
    [november, "2026-11-01", true],
    [november, "2026-11-30", true],
    [november, "2026-12-01", false],
    [closedByHand, "2026-11-19", false],
  ])("%o is open on %s: %s", (campaign, day, open) => {
    expect(isOpenOn(campaign, day)).toBe(open);
  });

  it.each([
    [november, "2026-10-31", "2026-11-01"],
    [november, "2026-11-01", null],
    [november, "2026-12-01", null],
    [closedByHand, "2026-10-31", null],
  ])("%o tells on %s that it opens on %s", (campaign, today, day) => {
    expect(opensOn(campaign, today)).toBe(day);
  });

  it.each([
    ["on its last day", november, "2026-11-30", "2026-12-05", true],
    ["a week ago", november, "2026-11-28", "2026-12-05", true],
    ["more than a week ago", november, "2026-11-27", "2026-12-05", false],
    ["after its last day", november, "2026-12-01", "2026-12-05", false],
    [
      "before its first day",
      { ...november, to: null, closed: "2026-11-03" },
      "2026-10-31",
      "2026-11-04",
      false,
    ],
    ["on the day on which it was closed by hand", closedByHand, "2026-11-20", "2026-11-21", true],
    ["after it was closed by hand", closedByHand, "2026-11-21", "2026-11-21", false],
    ["tomorrow, as somebody says", { ...always, closed: "2027-01-01" }, "2026-11-24", "2026-11-23", false],
  ])("counts a report late that was written %s", (_, campaign, written, today, counts) => {
    expect(countsLate(campaign, written, today)).toBe(counts);
  });
});
