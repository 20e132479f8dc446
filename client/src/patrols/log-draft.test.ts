import { describe, expect, it } from "vitest";
import { type LogDraft, isTouched, newLog, nextLog, toInput, wrongFields } from "./log-draft.ts";

const zone = "Europe/Stockholm";
const now = Date.parse("2026-11-23T21:17:00Z");
const today = "2026-11-23";
const fresh = newLog({ kind: "foot", parties: ["police"] }, now, zone);
const drafted = (part: Partial<LogDraft>): LogDraft => ({ ...fresh, ...part });
const point = { lng: 14.86, lat: 56.17 };

describe("a presence being written down", () => {
  it("ends at the last five minutes when it has just ended", () => {
    expect(toInput(drafted({ area: "stortorget" }), now, zone)).toMatchObject({
      from: "2026-11-23T20:45:00.000Z",
      to: "2026-11-23T21:15:00.000Z",
      where: { area: "stortorget" },
    });
  });

  it("begins when it is said to, in the town's own time", () => {
    const draft = drafted({ when: "earlier", date: "2026-07-01", time: "22:30", minutes: "60" });
    expect(toInput(draft, now, zone)).toMatchObject({
      from: "2026-07-01T20:30:00.000Z",
      to: "2026-07-01T21:30:00.000Z",
    });
  });

  it.each([
    [{}, ["area"]],
    [{ area: "stortorget", parties: [] }, ["parties"]],
    [{ by: "line", line: [point] }, ["line"]],
    [{ area: "stortorget", when: "earlier", date: "1999-01-01" }, ["date"]],
    [{ area: "stortorget", when: "earlier", date: "2026-11-24" }, ["date"]],
    [{ area: "stortorget", when: "earlier", date: "", time: "" }, ["date", "time"]],
    [{ area: "stortorget", when: "earlier", date: "2025-01-01" }, []],
    [{ by: "line", line: [point, point] }, []],
  ] as const)("with %o is pointed at in %o", (part, fields) => {
    expect(wrongFields(drafted(part as Partial<LogDraft>), today)).toEqual(fields);
  });

  it("is followed by the same again somewhere else, which is another presence", () => {
    const next = nextLog(drafted({ area: "stortorget", minutes: "90" }));
    expect(next).toMatchObject({ area: "", minutes: "90", kind: "foot" });
    expect(next.clientKey).not.toBe(fresh.clientKey);
    expect(isTouched(next)).toBe(false);
  });
});
