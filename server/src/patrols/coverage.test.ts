import type { PatrolInput } from "@trygg/shared/patrols/schema.ts";
import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { patrol, report, spotIn, squareOf } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

async function openWithPatrols(...logs: Partial<PatrolInput>[]) {
  const services = await openTestServices();
  const coordinator = await callerFor(services, "coordinator");
  for (const fields of logs) await coordinator.patrols.log(patrol(fields));
  return { services, coordinator };
}

const evening = (day: string): Partial<PatrolInput> => ({
  from: `${day}T20:00:00+01:00`,
  to: `${day}T21:00:00+01:00`,
});

describe("coverage", () => {
  it.each(["planner", "police", "coordinator", "partner"] as const)(
    "tells a %s minutes, patrols and the last day of each square",
    async (role) => {
      const { services } = await openWithPatrols(evening("2026-11-13"), evening("2026-11-20"));
      const coverage = await (await callerFor(services, role)).patrols.coverage();
      expect(coverage).toMatchObject({ from: "2025-11-23", to: "2026-11-23" });
      const square = coverage.squares.find((each) => each.square === squareOf("stortorget"));
      expect(square).toEqual({
        square: squareOf("stortorget"),
        minutes: expect.any(Number),
        patrols: 2,
        last: "2026-11-20",
      });
      expect(square?.minutes).toBeGreaterThan(20);
    },
  );

  it("holds squares of the centre only", async () => {
    const { services, coordinator } = await openWithPatrols({
      where: { area: "norreport" },
      kind: "traffic",
    });
    for (const { square } of (await coordinator.patrols.coverage()).squares)
      expect(services.town.areaOf(square)).toBeDefined();
  });

  it("asks by local days, both included", async () => {
    const { coordinator } = await openWithPatrols(evening("2026-11-12"), evening("2026-11-13"));
    const patrolsOn = async (from: string, to: string) =>
      (await coordinator.patrols.coverage({ from, to })).squares[0]?.patrols ?? 0;
    expect(await patrolsOn("2026-11-13", "2026-11-13")).toBe(1);
    expect(await patrolsOn("2026-11-12", "2026-11-13")).toBe(2);
    expect(await patrolsOn("2026-11-14", "2026-11-20")).toBe(0);
  });

  it("begins a day at local midnight", async () => {
    const { coordinator } = await openWithPatrols({
      from: "2026-06-30T22:00:00Z",
      to: "2026-06-30T23:00:00Z",
    });
    expect(
      (await coordinator.patrols.coverage({ from: "2026-07-01", to: "2026-07-01" })).squares,
    ).not.toEqual([]);
    expect((await coordinator.patrols.coverage({ from: "2026-06-30", to: "2026-06-30" })).squares).toEqual(
      [],
    );
  });

  it("answers for hours of the week and for darkness", async () => {
    const fridayAt20 = 4 * 24 + 20;
    const { coordinator } = await openWithPatrols(evening("2026-11-20"), {
      from: "2026-11-20T12:00:00+01:00",
      to: "2026-11-20T13:00:00+01:00",
    });
    const count = async (question: { hours?: number[]; light?: "dark" | "light" }) =>
      (await coordinator.patrols.coverage(question)).squares[0]?.patrols ?? 0;
    expect(await count({})).toBe(2);
    expect(await count({ hours: [fridayAt20] })).toBe(1);
    expect(await count({ hours: [fridayAt20 + 1] })).toBe(0);
    expect(await count({ light: "dark" })).toBe(1);
    expect(await count({ light: "light" })).toBe(1);
    expect(await count({ light: "light", hours: [fridayAt20] })).toBe(0);
  });

  it("refuses a period that ends before it begins", async () => {
    const { coordinator } = await openWithPatrols();
    const refused = await refusal(coordinator.patrols.coverage({ from: "2026-11-20", to: "2026-11-19" }));
    expect(refused).toMatchObject({
      code: "impossiblePeriod",
      message: "expected `from` on or before `to`, got 2026-11-20 – 2026-11-19",
    });
  });
});

describe("gaps", () => {
  const FRIDAY_20 = 4 * 8 + 6;

  async function openWithWorry() {
    const { services, coordinator } = await openWithPatrols(evening("2026-11-20"));
    const resident = await callerFor(services, "resident");
    const worry = (area: string, voice: string) =>
      resident.reports.submit(report({ at: spotIn(area), voice, when: [FRIDAY_20] }));
    for (let device = 0; device < 6; device++) await worry("hamnparken", `device ${device}`);
    for (let device = 0; device < 2; device++) await worry("stortorget", `device ${device}`);
    await resident.reports.submit(report({ feeling: "safe", reasons: ["well-lit"], when: [FRIDAY_20] }));
    return { services, coordinator };
  }

  it("put the square with worry and no presence before the one that is walked", async () => {
    const { services } = await openWithWorry();
    const gaps = await (await callerFor(services, "police")).patrols.gaps();
    expect(gaps).toHaveLength(2);
    expect(gaps[0]).toEqual({
      square: squareOf("hamnparken"),
      bin: FRIDAY_20,
      worryShare: 6 / 8,
      presenceShare: 0,
      gap: 6 / 8,
      voices: 6,
      minutes: 0,
      enough: true,
    });
    expect(gaps[1]).toMatchObject({ square: squareOf("stortorget"), voices: 2, enough: false });
    expect(gaps[1]?.minutes).toBeGreaterThan(10);
  });

  it("have shares of presence that add up to no more than one", async () => {
    const { coordinator } = await openWithWorry();
    const shares = (await coordinator.patrols.gaps()).map(({ presenceShare }) => presenceShare);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1);
  });

  it("answer for one bin of the week, and no more than asked for", async () => {
    const { coordinator } = await openWithWorry();
    expect(await coordinator.patrols.gaps({ bin: 0 })).toEqual([]);
    expect(await coordinator.patrols.gaps({ bin: FRIDAY_20 })).toHaveLength(2);
    expect(await coordinator.patrols.gaps({ limit: 1 })).toHaveLength(1);
  });

  it("answer for darkness and for daylight", async () => {
    const { coordinator } = await openWithWorry();
    expect(await coordinator.patrols.gaps({ light: "dark" })).toHaveLength(2);
    expect(await coordinator.patrols.gaps({ light: "light" })).toEqual([]);
  });

  it.each(["partner", "admin", "auditor", "resident"] as const)("are not for a %s", async (caller) => {
    const services = await openTestServices();
    const { code } = await refusal((await callerFor(services, caller)).patrols.gaps());
    expect(code).toBe(caller === "resident" ? "notSignedIn" : "notAllowed");
  });
});

describe("the list of presence", () => {
  it("is latest first, with what each is evidence for and who must still confirm", async () => {
    const { services, coordinator } = await openWithPatrols(evening("2026-11-13"), evening("2026-11-20"));
    const partner = await callerFor(services, "partner");
    await partner.patrols.log(
      patrol({
        kind: "guard",
        parties: ["guards", "police"],
        where: { area: "hamnparken" },
        ...evening("2026-11-14"),
      }),
    );
    const list = await (await callerFor(services, "police")).patrols.list();
    expect(list.map(({ from }) => from.slice(0, 10))).toEqual(["2026-11-20", "2026-11-14", "2026-11-13"]);
    expect(list[1]).toEqual({
      id: expect.any(String),
      kind: "guard",
      from: "2026-11-14T19:00:00.000Z",
      to: "2026-11-14T20:00:00.000Z",
      area: "hamnparken",
      parties: ["guards", "police"],
      awaiting: ["police"],
      loggedBy: "partner",
      countsFor: ["guards-by-lagesbild"],
    });
    expect(await coordinator.patrols.list({ limit: 1 })).toHaveLength(1);
  });

  it.each(["planner", "partner", "admin", "auditor"] as const)("is not for a %s", async (role) => {
    const services = await openTestServices();
    expect((await refusal((await callerFor(services, role)).patrols.list())).code).toBe("notAllowed");
  });
});
