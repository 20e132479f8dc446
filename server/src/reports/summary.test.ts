import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import type { ReportInput } from "@trygg/shared/reports/schema.ts";
import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { report, spotIn, squareOf } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

const FRIDAY_NIGHT = 39;

/** One report for each thing that a filter can tell apart. */
const sent: [string, Partial<ReportInput>][] = [
  ["2026-01-31", { reasons: ["lighting"], light: "dark", when: [FRIDAY_NIGHT] }],
  ["2026-02-01", { reasons: ["traffic"], light: "light", when: [3, 4] }],
  ["2026-02-28", { reasons: ["lighting", "deserted"], light: "both", when: [], impact: 3 }],
  ["2026-03-01", { feeling: "safe", reasons: ["well-lit"], light: "dark", when: [0, 55], impact: 1 }],
  ["2026-03-02", { at: spotIn("stortorget"), reasons: ["disturbance"], when: [FRIDAY_NIGHT, 40], impact: 0 }],
];

async function openWithReports() {
  const services = await openTestServices();
  const resident = await callerFor(services, "resident");
  for (const [day, fields] of sent) {
    services.clock.set(day);
    await resident.reports.submit(report(fields));
  }
  services.clock.set("2026-11-23");
  return services;
}

describe("the one filter", () => {
  it.each<[string, ReportFilter, number]>([
    ["empty, keeps all", {}, 5],
    ["from a day, keeps that day", { from: "2026-02-28" }, 3],
    ["to a day, keeps that day", { to: "2026-02-01" }, 2],
    ["of one day", { from: "2026-02-28", to: "2026-02-28" }, 1],
    ["whose days have changed places, keeps none", { from: "2026-03-01", to: "2026-02-01" }, 0],
    ["of a bin, keeps those that name it and those that concern always", { bins: [FRIDAY_NIGHT] }, 3],
    ["of several bins, keeps those that name any of them", { bins: [3, 55] }, 3],
    ["of the last bin of the week", { bins: [55] }, 2],
    ["of no bin, keeps all", { bins: [] }, 5],
    ["of darkness, keeps what concerns both too", { light: "dark" }, 4],
    ["of daylight, keeps what concerns both too", { light: "light" }, 2],
    ["of a feeling", { feeling: "safe" }, 1],
    ["of a reason", { reasons: ["lighting"] }, 2],
    ["of several reasons, keeps those that give any", { reasons: ["lighting", "disturbance"] }, 3],
    ["of an area", { areas: ["stortorget"] }, 1],
    ["of several areas", { areas: ["stortorget", "hamnparken"] }, 5],
    ["of an area that the town does not have", { areas: ["atlantis"] }, 0],
    ["of impact, keeps at least that much", { impact: 1 }, 2],
    ["of impact nought, keeps all that answered", { impact: 0 }, 3],
    [
      "of several things, keeps what fits them all",
      { light: "dark", bins: [FRIDAY_NIGHT], areas: ["hamnparken"], reasons: ["lighting"] },
      2,
    ],
  ])("%s", async (_, filter, expected) => {
    const services = await openWithReports();
    const police = await callerFor(services, "police");
    expect((await police.reports.summary(filter)).total.reports).toBe(expected);
  });

  it.each([
    ["a key it does not have", { voice: "mine" }],
    ["a day that is none", { from: "2026-02-30" }],
    ["a bin beyond the week", { bins: [56] }],
    ["more than all bins", { bins: Array.from({ length: 57 }, () => 0) }],
    ["an area that is no word", { areas: ["'; drop table reports; --"] }],
  ])("refuses %s", async (_, filter) => {
    const services = await openTestServices();
    const police = await callerFor(services, "police");
    // Wrong on purpose.
    expect((await refusal(police.reports.summary(filter as ReportFilter))).code).toBe("invalidInput");
  });
});

describe("the summary", () => {
  it("counts reports and voices in all, per area, per square and per reason, most voices first", async () => {
    const services = await openTestServices();
    const resident = await callerFor(services, "resident");
    for (const voice of ["mine", "mine", "yours"])
      await resident.reports.submit(report({ voice, reasons: ["lighting", "deserted"] }));
    await resident.reports.submit(report({ voice: "mine", at: spotIn("stortorget"), reasons: ["lighting"] }));
    const police = await callerFor(services, "police");
    expect(await police.reports.summary()).toEqual({
      total: { reports: 4, voices: 3 },
      areas: [
        { area: "hamnparken", reports: 3, voices: 2 },
        { area: "stortorget", reports: 1, voices: 1 },
      ],
      squares: [
        { square: squareOf("hamnparken"), area: "hamnparken", reports: 3, voices: 2 },
        { square: squareOf("stortorget"), area: "stortorget", reports: 1, voices: 1 },
      ],
      reasons: [
        { reason: "lighting", reports: 4, voices: 3 },
        { reason: "deserted", reports: 3, voices: 2 },
      ],
    });
  });

  it("is empty before the first report", async () => {
    const services = await openTestServices();
    const police = await callerFor(services, "police");
    expect(await police.reports.summary()).toEqual({
      total: { reports: 0, voices: 0 },
      areas: [],
      squares: [],
      reasons: [],
    });
  });
});
