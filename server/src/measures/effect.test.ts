import { createHash } from "node:crypto";
import type { MeasureInput } from "@trygg/shared/measures/schema.ts";
import { addDays, addMonths } from "@trygg/shared/time/local.ts";
import canonicalize from "canonicalize";
import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { lamp, measure, report, spotIn } from "../testing/samples.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";

/** The measure's area, one of like level that does not touch it, and one that does. */
const [TREATED, CONTROL, BUFFER] = ["hamnparken", "vinkelgatan", "drottninggatan-sodra"];

interface Said {
  area: string;
  /** Voices in each of the months, as `2025-09`. */
  monthly: Record<string, number>;
  light?: "dark" | "light";
}

/** Reports in the middle of their months, each by a device of its own, in order of time. */
async function say(services: TestServices, said: Said[]): Promise<void> {
  const resident = await callerFor(services, "resident");
  const months = [...new Set(said.flatMap(({ monthly }) => Object.keys(monthly)))].sort();
  for (const month of months) {
    services.clock.set(`${month}-15`);
    for (const { area, monthly, light = "dark" } of said)
      for (let voice = 0; voice < (monthly[month] ?? 0); voice++)
        await resident.reports.submit(
          report({ at: spotIn(area), light, voice: `${area} ${light} ${month} ${voice}` }),
        );
  }
}

const autumn = (year: number, count: number) => ({ [`${year}-09`]: count, [`${year}-10`]: count });

/** Two autumns round a measure that was done in August 2026, and followed for two months. */
async function follow(counts: Record<"treated" | "control", [before: number, after: number]>) {
  const services = await openTestServices({ at: "2025-09-01" });
  await say(services, [
    { area: TREATED, monthly: { ...autumn(2025, counts.treated[0]) } },
    { area: CONTROL, monthly: { ...autumn(2025, counts.control[0]) } },
  ]);
  services.clock.set("2026-06-01");
  const planner = await callerFor(services, "planner");
  const { id } = await planner.measures.save(measure({ state: "idea" }));
  await planner.measures.plan({
    id,
    choice: { control: [CONTROL], buffer: [BUFFER], bufferControl: [], months: 2 },
  });
  await planner.measures.save(measure({ id, state: "decided", from: "2026-07-01" }));
  await say(services, [
    { area: TREATED, monthly: autumn(2026, counts.treated[1]) },
    { area: CONTROL, monthly: autumn(2026, counts.control[1]) },
  ]);
  services.clock.set("2026-11-23");
  const today = await callerFor(services, "planner");
  await today.measures.save(
    measure({ id, state: "done", from: "2026-07-01", to: "2026-08-31", measuredLux: 2.4 }),
  );
  return { services, id, planner: today };
}

describe("the plan of a measure", () => {
  const decide = async (fields: Partial<MeasureInput> = {}) => {
    const services = await openTestServices();
    const planner = await callerFor(services, "planner");
    const { id } = await planner.measures.save(measure({ state: "decided", ...fields }));
    return { services, planner, id };
  };

  it.each(["decided", "procured", "underWay", "done"] as const)(
    "is frozen the first time that the measure is %s, with the hash of its text",
    async (state) => {
      const { planner, id } = await decide({ state });
      const { frozen, plan } = await planner.measures.effect({ id });
      expect(frozen).toEqual([
        {
          frozenOn: "2026-11-23",
          sha256: createHash("sha256")
            .update(frozen[0]?.text ?? "")
            .digest("hex"),
          text: canonicalize(plan),
        },
      ]);
    },
  );

  it.each(["idea", "declined"] as const)("is not frozen while it is %s", async (state) => {
    const { planner, id } = await decide({ state, reason: "Inget elskåp nära" });
    expect((await planner.measures.effect({ id })).frozen).toEqual([]);
  });

  it("says what, where, which class, what is counted, against what and over which months", async () => {
    const { planner, id } = await decide();
    const { plan } = await planner.measures.effect({ id });
    expect(plan).toMatchObject({
      measure: { id, title: "Nya armaturer", kind: "light", area: TREATED },
      wanted: "P3",
      outcome: { feeling: "unsafe", light: "dark" },
      baseline: { from: "2025-11-01", to: "2026-10-31" },
      months: 6,
      smallest: null,
    });
    expect(plan.control).toHaveLength(4);
    expect(plan.buffer).toContain(BUFFER);
    expect([...plan.control, ...plan.buffer, ...plan.bufferControl]).not.toContain(TREATED);
  });

  it("counts at any time of day what is no matter of light", async () => {
    const { planner, id } = await decide({ kind: "upkeep" });
    expect((await planner.measures.effect({ id })).plan).toMatchObject({
      wanted: null,
      outcome: { light: null },
    });
  });

  it("stays as it is, whatever becomes of the measure", async () => {
    const { services, planner, id } = await decide();
    const before = await planner.measures.effect({ id });
    services.clock.set("2026-12-20");
    const later = await callerFor(services, "planner");
    await later.measures.save(
      measure({
        id,
        area: "stortorget",
        kind: "sight",
        title: "Något annat",
        state: "done",
        to: "2026-12-19",
      }),
    );
    const after = await later.measures.effect({ id });
    expect([after.frozen, after.plan]).toEqual([before.frozen, before.plan]);
  });

  it("is another one beside it, with a day of its own, when it is chosen anew", async () => {
    const { services, planner, id } = await decide();
    const [old] = (await planner.measures.effect({ id })).frozen;
    services.clock.set("2026-12-01");
    const later = await callerFor(services, "coordinator");
    const choice = { control: [CONTROL], buffer: [BUFFER], bufferControl: [], months: 12 as const };
    await later.measures.plan({ id, choice });
    const { frozen, plan } = await later.measures.effect({ id });
    expect(frozen.map(({ frozenOn }) => frozenOn)).toEqual(["2026-12-01", "2026-11-23"]);
    expect(frozen[1]).toEqual(old);
    expect(plan).toMatchObject(choice);
    expect(await services.rows("select details->>'plan' as plan from audit_log order by id")).toEqual([
      { plan: frozen[1]?.sha256 },
      { plan: frozen[0]?.sha256 },
    ]);
  });

  it("is frozen once when ten decide it at the same moment", async () => {
    const services = await openTestServices();
    const planner = await callerFor(services, "planner");
    const { id } = await planner.measures.save(measure());
    await Promise.all(
      Array.from({ length: 10 }, () => planner.measures.save(measure({ id, state: "decided" }))),
    );
    expect(await services.rows("select count(*)::int as plans from measure_plans")).toEqual([{ plans: 1 }]);
  });

  it("leaves out areas in which something else is done, but not those where it was done long ago", async () => {
    const services = await openTestServices();
    const planner = await callerFor(services, "planner");
    await planner.measures.save(measure({ area: BUFFER, state: "underWay" }));
    await planner.measures.save(measure({ area: "ostra-piren", state: "done", to: "2024-05-01" }));
    const { id } = await planner.measures.save(measure());
    const { buffer, control, bufferControl } = (await planner.measures.effect({ id })).proposed;
    const all = [...buffer, ...control, ...bufferControl];
    expect(all).not.toContain(BUFFER);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    ["an area twice", { control: ["vinkelgatan"], buffer: ["vinkelgatan"] }, "invalidInput"],
    ["the measure's own", { control: [TREATED] }, "invalidInput"],
    ["an area that there is not", { control: ["atlantis"] }, "unknownArea"],
    ["no control", { control: [] }, "invalidInput"],
    ["five months", { months: 5 }, "invalidInput"],
  ])("refuses %s", async (_, fields, code) => {
    const { services, planner, id } = await decide({ state: "idea" });
    // The fields are wrong on purpose.
    const choice = { control: ["vinkelgatan"], buffer: [], bufferControl: [], months: 6, ...fields } as never;
    expect((await refusal(planner.measures.plan({ id, choice }))).code).toBe(code);
    expect(await services.rows("select plan_choice from measures")).toEqual([{ plan_choice: null }]);
  });
});

describe("the light of a lighting measure", () => {
  const of = async (services: TestServices, id: string) =>
    (await (await callerFor(services, "resident")).measures.public()).find((each) => each.id === id)?.light;

  it("is that of the day of the decision and of the day on which it was done, for everybody", async () => {
    const services = await openTestServices();
    const planner = await callerFor(services, "planner");
    const at = spotIn(TREATED);
    const saved = await planner.lighting.saveLamp(lamp({ at, flux: 3000 }));
    const { id } = await planner.measures.save(measure());
    expect(await of(services, id)).toBeUndefined();
    const told = async () => {
      const { mean, min } = await planner.lighting.illuminance({ area: TREATED });
      return { on: new Date(services.clock.now).toISOString().slice(0, 10), mean, min };
    };
    const decided = await told();
    await planner.measures.save(measure({ id, state: "decided" }));
    // What is done to lamps later changes nothing of it.
    await planner.lighting.saveLamp(lamp({ id: saved.id, at, flux: 9000 }));
    await planner.measures.save(measure({ id, state: "underWay" }));
    expect(await of(services, id)).toEqual({ decided: expect.objectContaining({ on: decided.on }) });
    const done = await told();
    expect(done.mean).toBeGreaterThan(decided.mean * 2.5);
    await planner.measures.save(measure({ id, state: "done", to: "2026-11-23" }));
    const light = await of(services, id);
    expect(light?.decided?.mean).toBeCloseTo(decided.mean, 5);
    expect(light?.done?.mean).toBeCloseTo(done.mean, 5);
    expect((await planner.measures.effect({ id })).delivery.light).toEqual(light);
    // Called done by mistake: then that day's light is none.
    await planner.measures.save(measure({ id, state: "underWay" }));
    expect(Object.keys((await of(services, id)) ?? {})).toEqual(["decided"]);
  });

  it("is not told as dark where the town knows no lamps", async () => {
    const services = await openTestServices();
    const { id } = await (await callerFor(services, "planner")).measures.save(measure({ state: "decided" }));
    expect(await of(services, id)).toBeUndefined();
  });

  it("is none of what is no matter of light, and none of before where it was done when it was entered", async () => {
    const services = await openTestServices();
    const planner = await callerFor(services, "planner");
    await planner.lighting.saveLamp(lamp({ at: spotIn("stortorget") }));
    const other = await planner.measures.save(measure({ kind: "sight", state: "decided" }));
    const late = await planner.measures.save(measure({ state: "done", to: "2026-11-01" }));
    expect(await of(services, other.id)).toBeUndefined();
    expect(Object.keys((await of(services, late.id)) ?? {})).toEqual(["done"]);
  });
});

describe("whether a measure helped", () => {
  it("is told by voices against those of the control, month by month of the year", async () => {
    const { planner, id } = await follow({ treated: [20, 4], control: [20, 20] });
    const found = await planner.measures.effect({ id });
    expect(found).toMatchObject({
      verdict: "better",
      because: { key: "fewer", fewer: 80 },
      delivery: { state: "done", doneOn: "2026-08-31", measuredLux: 2.4, leastLux: 2 },
      months: { before: ["2025-09", "2025-10"], after: ["2026-09", "2026-10"] },
      counts: { treated: { before: 40, after: 8 }, control: { before: 40, after: 40 } },
    });
    expect(found.ratio?.ratio).toBeCloseTo(0.2, 9);
    // Every month is as every other: nothing widens exp(ln 0.2 ± 1.96·√(1/40 + 1/8 + 1/40 + 1/40)).
    expect(found.dispersion).toBeCloseTo(0, 9);
    expect([found.ratio?.low.toFixed(4), found.ratio?.high.toFixed(4)]).toEqual(["0.0832", "0.4805"]);
    expect(found.perception).toEqual({
      before: { dark: { unsafe: 40, safe: 0 }, day: { unsafe: 0, safe: 0 } },
      after: { dark: { unsafe: 8, safe: 0 }, day: { unsafe: 0, safe: 0 } },
    });
    expect(found.daylight).toBeNull();
  });

  it.each([
    ["chance alone could explain it", { treated: [6, 4], control: [6, 6] }, "cannotTell", "chance"],
    ["more speak than expected", { treated: [4, 20], control: [20, 20] }, "worse", "more"],
    ["nobody spoke of it afterwards", { treated: [6, 0], control: [6, 6] }, "notEstimable", "nought"],
  ] as const)("cannot be called better where %s", async (_, counts, verdict, key) => {
    const { planner, id } = await follow({
      treated: [...counts.treated],
      control: [...counts.control],
    });
    const found = await planner.measures.effect({ id });
    expect([found.verdict, found.because.key]).toEqual([verdict, key]);
  });

  it.each([
    ["is not done", { state: "underWay" }, "notDone"],
    ["has no day on which it was done", { state: "done" }, "noDay"],
    ["was done last month", { state: "done", to: "2026-10-20" }, "fewMonths"],
  ] as const)("is too early to tell where it %s", async (_, fields, key) => {
    const services = await openTestServices();
    const planner = await callerFor(services, "planner");
    const { id } = await planner.measures.save(measure(fields));
    expect(await planner.measures.effect({ id })).toMatchObject({ verdict: "tooEarly", because: { key } });
  });

  it("is held against daylight at the same place", async () => {
    const services = await openTestServices({ at: "2025-09-01" });
    const counts = [
      { area: TREATED, monthly: { "2025-09": 40, "2026-09": 18 } },
      { area: TREATED, monthly: { "2025-09": 25, "2026-09": 24 }, light: "light" as const },
    ];
    await say(services, counts);
    services.clock.set("2026-11-23");
    const planner = await callerFor(services, "planner");
    const { id } = await planner.measures.save(
      measure({ state: "done", from: "2026-08-01", to: "2026-08-31" }),
    );
    // September and October: nobody spoke in October.
    const { daylight, perception } = await planner.measures.effect({ id });
    expect(perception.before).toMatchObject({ dark: { unsafe: 40 }, day: { unsafe: 25 } });
    expect(daylight?.ratio.toFixed(3)).toBe("0.469");
    expect([daylight?.low.toFixed(3), daylight?.high.toFixed(3)]).toEqual(["0.213", "1.032"]);
  });

  it("counts a voice once in each of the two times, as SQL would", async () => {
    const services = await openTestServices({ demonstration: true });
    const police = await callerFor(services, "police");
    for (const { id, state } of await police.measures.list()) {
      if (state !== "done") continue;
      const { counts, months, plan } = await police.measures.effect({ id });
      const distinct = async (areas: string[], list: string[]) => {
        const [first = "", last = ""] = [list[0], list.at(-1)];
        const [found] = await services.rows<{ voices: number }>(
          `select count(distinct coalesce(voice_dark, voice_day))::int as voices from reports
           where weight = 1 and feeling = 'unsafe' and area = any($1) and light = any($2)
             and received_on between $3 and $4`,
          [
            areas,
            plan.outcome.light === "dark" ? ["dark", "both"] : ["dark", "light", "both"],
            `${first}-01`,
            addDays(addMonths(`${last}-01`, 1), -1),
          ],
        );
        return found?.voices;
      };
      expect(months.after.length).toBeGreaterThan(0);
      for (const [zone, areas] of [
        ["treated", [plan.measure.area]],
        ["control", plan.control],
        ["buffer", plan.buffer],
      ] as const)
        expect(counts[zone]).toEqual({
          before: await distinct([...areas], months.before),
          after: await distinct([...areas], months.after),
        });
    }
  });

  it("is for those who see reports", async () => {
    const services = await openTestServices();
    const { id } = await (await callerFor(services, "planner")).measures.save(measure());
    for (const role of ["planner", "police", "coordinator"] as const)
      expect((await (await callerFor(services, role)).measures.effect({ id })).verdict).toBe("tooEarly");
    for (const role of ["resident", "partner", "admin", "auditor"] as const)
      await refusal((await callerFor(services, role)).measures.effect({ id }));
    await refusal((await callerFor(services, "police")).measures.plan({ id, choice: null }));
  });
});
