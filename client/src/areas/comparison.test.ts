import { describe, expect, it } from "vitest";
import { comparisonOf } from "./comparison.ts";

const release = (id: string, from: string, to: string) => ({
  id,
  kind: "reports" as const,
  window: { from, to },
});
const releases = [
  release("after-again", "2026-11-01", "2027-10-31"),
  release("after", "2026-10-01", "2027-09-30"),
  release("during", "2026-01-01", "2026-12-31"),
  release("before", "2025-06-01", "2026-05-31"),
  release("long-before", "2025-05-01", "2026-04-30"),
];
const done = { state: "done", from: "2026-06-08", to: "2026-08-31" } as const;

describe("before and after a measure", () => {
  it("stand the releases nearest to it that hold no report from the time of the work", () => {
    const { before, after } = comparisonOf(releases, done) ?? {};
    expect([before?.id, after?.id]).toEqual(["before", "after"]);
  });

  it("is nothing where no release lies before, or none yet after", () => {
    expect(comparisonOf(releases.slice(0, 3), done)?.before).toBeUndefined();
    expect(comparisonOf(releases.slice(2), done)?.after).toBeUndefined();
  });

  it("takes the day on which it was done where nobody has said when it began", () => {
    const { before } = comparisonOf(releases, { state: "done", to: "2026-06-01" }) ?? {};
    expect(before?.id).toBe("before");
  });

  it("never takes a release of presence", () => {
    const presence = releases.map((each) => ({ ...each, kind: "presence" as const }));
    expect(comparisonOf(presence, done)).toEqual({ before: undefined, after: undefined });
  });

  it("is not made of a measure that is under way, or done nobody knows when", () => {
    expect(comparisonOf(releases, { ...done, state: "underWay" })).toBeNull();
    expect(comparisonOf(releases, { state: "done" })).toBeNull();
  });
});
