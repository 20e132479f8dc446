import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { report, spotIn, squareOf } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

async function openWithReports() {
  const services = await openTestServices();
  const resident = await callerFor(services, "resident");
  for (let device = 0; device < 3; device++)
    await resident.reports.submit(
      report({
        at: spotIn("hamnparken"),
        voice: `device ${device}`,
        reasons: ["lighting", "deserted"],
        when: [7],
      }),
    );
  await resident.reports.submit(report({ at: spotIn("stortorget"), reasons: ["disturbance"], impact: 2 }));
  return services;
}

const lookedAt = "select action, details from audit_log where action like 'reports.%' order by id";

describe("the list of reports", () => {
  it.each(["planner", "coordinator"] as const)(
    "is squares without a point for a %s who has given no reason",
    async (role) => {
      const services = await openWithReports();
      const list = await (await callerFor(services, role)).reports.list();
      expect(list).toEqual({
        grain: "square",
        total: { reports: 4, voices: 4 },
        rows: [
          {
            square: squareOf("hamnparken"),
            area: "hamnparken",
            reports: 3,
            voices: 3,
            reasons: [
              { reason: "deserted", voices: 3 },
              { reason: "lighting", voices: 3 },
            ],
          },
          {
            square: squareOf("stortorget"),
            area: "stortorget",
            reports: 1,
            voices: 1,
            reasons: [{ reason: "disturbance", voices: 1 }],
          },
        ],
      });
      expect(await services.rows(lookedAt)).toEqual([]);
    },
  );

  it("is points after a reason, rounded to ten metres and without hash, tag or hour", async () => {
    const services = await openWithReports();
    const planner = await callerFor(services, "planner");
    await planner.reports.giveReason({ reason: "Underlag för ny belysning" });
    const list = await planner.reports.list({ areas: ["stortorget"] });
    if (list.grain !== "point") throw new Error("expected points");
    expect([list.total, list.all]).toEqual([{ reports: 1, voices: 1 }, 1]);
    expect(list.rows).toEqual([
      {
        id: expect.any(String),
        at: { lng: expect.any(Number), lat: expect.any(Number) },
        square: squareOf("stortorget"),
        area: "stortorget",
        receivedOn: "2026-11-23",
        feeling: "unsafe",
        reasons: ["disturbance"],
        when: Array.from({ length: 56 }, (_, bin) => bin),
        light: "dark",
        impact: 2,
      },
    ]);
    expect(list.rows[0]?.at.lng).toBeCloseTo(spotIn("stortorget").lng, 3);
    expect(list.rows[0]?.at.lat).toBeCloseTo(spotIn("stortorget").lat, 3);
  });

  it("logs the reason and every look at points, with what was asked and how much came", async () => {
    const services = await openWithReports();
    const planner = await callerFor(services, "planner");
    await planner.reports.list();
    await planner.reports.giveReason({ reason: "Underlag för ny belysning" });
    await planner.reports.list({ light: "dark" });
    await planner.reports.list();
    const reason = "Underlag för ny belysning";
    expect(await services.rows(lookedAt)).toEqual([
      { action: "reports.reason", details: { reason } },
      { action: "reports.points", details: { reason, filter: { light: "dark" }, rows: 4 } },
      { action: "reports.points", details: { reason, filter: {}, rows: 4 } },
    ]);
  });

  it("asks for a new reason in a new session", async () => {
    const services = await openWithReports();
    const first = await callerFor(services, "planner");
    await first.reports.giveReason({ reason: "Underlag för ny belysning" });
    const second = await callerFor(services, "planner");
    expect((await first.reports.list()).grain).toBe("point");
    expect((await second.reports.list()).grain).toBe("square");
  });

  it.each(["", "    ", "ok", "x".repeat(301)])('is not opened by the reason "%s"', async (reason) => {
    const services = await openWithReports();
    const planner = await callerFor(services, "planner");
    expect((await refusal(planner.reports.giveReason({ reason }))).code).toBe("invalidInput");
    expect((await planner.reports.list()).grain).toBe("square");
  });

  it.each(["police", "partner", "admin", "auditor"] as const)(
    "is closed to a %s, with and without a reason",
    async (role) => {
      const services = await openWithReports();
      const caller = await callerFor(services, role);
      expect((await refusal(caller.reports.list())).code).toBe("notAllowed");
      expect((await refusal(caller.reports.giveReason({ reason: "Jag vill veta mer" }))).code).toBe(
        "notAllowed",
      );
    },
  );

  it("leaves out reports past a device's cap, in points as in squares", async () => {
    const services = await openTestServices();
    const resident = await callerFor(services, "resident");
    const areas = ["hamnparken", "stortorget", "ostra-piren", "ronnebygatan", "mollebacken", "lotsgatan"];
    for (const area of areas) await resident.reports.submit(report({ at: spotIn(area), voice: "mine" }));
    await services.afterwards.finished();
    const planner = await callerFor(services, "planner");
    expect((await planner.reports.list()).rows).toHaveLength(5);
    await planner.reports.giveReason({ reason: "Underlag för ny belysning" });
    expect((await planner.reports.list()).rows).toHaveLength(5);
  });
});
