import { setTimeout as sleep } from "node:timers/promises";
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import type { SuggestInput } from "@trygg/shared/siting/schema.ts";
import { describe, expect, it } from "vitest";
import { asRole, callerFor, refusal } from "../../testing/people.ts";
import { lamp, report, spotIn, town } from "../../testing/samples.ts";
import { openTestServices } from "../../testing/services.ts";
import { suggestLighting } from "./suggest.ts";
import { readProgress } from "./runs.ts";

const services = await openTestServices({ demonstration: true });
const planner = await callerFor(services, "planner");
const suggest = (input: SuggestInput) => planner.lighting.suggest(input);
const costs = new Map(town.lighting.options.map(({ id, cost }) => [id, cost]));
const metres = (one: { lng: number; lat: number }, other: { lng: number; lat: number }) => {
  const [a, b] = [toGrid(one), toGrid(other)];
  return Math.hypot(a.east - b.east, a.north - b.north);
};

describe("what is suggested for 400 000 kronor", async () => {
  const whole = await suggest({ budget: { kronor: 400_000 } });

  it("fits the budget, at most one thing for each lamp, and is the best there is", () => {
    expect(whole.cost).toBeLessThanOrEqual(400_000);
    expect(whole.cost).toBe(whole.chosen.reduce((sum, { option }) => sum + (costs.get(option) ?? NaN), 0));
    const lamps = whole.chosen.flatMap(({ lamp: id }) => id ?? []);
    expect(new Set(lamps).size).toBe(lamps.length);
    expect(whole).toMatchObject({ exact: true, share: 1, runs: 0 });
    expect(whole.bound).toBe(whole.value);
  });

  it("says why in one line of Swedish", () => {
    for (const { because, cost, voices } of whole.chosen) {
      expect(because).toMatch(
        /^\d+ (röst|röster) i mörker inom 40 m;( \d+ m till Resecentrum;)? lägst \d+,\d lx mot [PCM]\d; [\d ]+ kr$/,
      );
      expect(because).toContain(voices === 1 ? "1 röst " : `${voices} röster`);
      expect(because.replaceAll(" ", "")).toContain(`;${cost}kr`);
    }
  });

  it("repairs what is broken, and gives light only where there is too little of it", async () => {
    const broken = new Set(
      (await planner.lighting.lamps()).filter(({ status }) => status === "broken").map(({ id }) => id),
    );
    const repaired = whole.chosen.filter(({ kind }) => kind === "repair");
    expect(repaired.length).toBeGreaterThan(0);
    for (const { lamp: id, after, lowest } of repaired) {
      expect(broken).toContain(id);
      expect(after).toBeGreaterThan(lowest);
    }
    expect(whole.light.after.mean).toBeGreaterThan(whole.light.before.mean);
    expect(whole.light.after.dark).toBeLessThan(whole.light.before.dark);
  });

  it("is the same when it is asked for once more", async () => {
    expect(await suggest({ budget: { kronor: 400_000 } })).toEqual(whole);
  });

  it("keeps what is pinned, also where somebody moved it, and leaves out what is left out", async () => {
    const poles = whole.chosen.filter(({ kind }) => kind === "pole");
    const [first, second] = poles;
    if (!first || !second) throw new Error("expected new poles");
    const moved = { lng: first.at.lng + 0.0001, lat: first.at.lat };
    const again = await suggest({
      budget: { kronor: 400_000 },
      pinned: [{ at: moved, option: first.option }],
      excluded: [{ at: second.at }],
    });
    expect(again.chosen[0]).toMatchObject({ at: moved, option: first.option, pinned: true });
    expect(again.chosen.filter(({ pinned }) => pinned)).toHaveLength(1);
    expect(again.chosen.every(({ at, kind }) => kind !== "pole" || metres(at, second.at) > 9)).toBe(true);
    expect(again.cost).toBeLessThanOrEqual(400_000);
  });

  it("changes another lamp where one is left out", async () => {
    const [left] = whole.chosen.flatMap(({ lamp: id, at }) => (id === null ? [] : [{ at, lamp: id }]));
    if (!left) throw new Error("expected a lamp");
    const again = await suggest({ budget: { kronor: 400_000 }, excluded: [left] });
    expect(again.chosen.map(({ lamp: id }) => id)).not.toContain(left.lamp);
    expect(again.value).toBeLessThan(whole.value);
  });
});

describe("a suggestion", () => {
  it("for a number takes so many at most", async () => {
    const { chosen, exact } = await suggest({ budget: { count: 3 } });
    expect(chosen).toHaveLength(3);
    expect(exact).toBe(true);
    expect((await suggest({ budget: { count: 0 } })).chosen).toEqual([]);
  });

  it("for an area stays in it, and tells its light before and after", async () => {
    const { chosen, light } = await suggest({ budget: { kronor: 100_000 }, area: "hamnparken" });
    expect(new Set(chosen.map(({ area }) => area))).toEqual(new Set(["hamnparken"]));
    expect(light.after.dark).toBeLessThan(light.before.dark);
  });

  it("follows what the planner lets count", async () => {
    const byStops = await suggest({ budget: { count: 5 }, weights: { voices: 0, dark: 1, ways: 3 } });
    const byVoices = await suggest({ budget: { count: 5 }, weights: { voices: 3, dark: 1, ways: 0 } });
    const heard = ({ chosen }: typeof byVoices) => chosen.reduce((sum, { voices }) => sum + voices, 0);
    expect(heard(byVoices)).toBeGreaterThan(heard(byStops));
  });

  it("tells how often each site stays when what nobody has measured is varied", async () => {
    const { chosen, runs } = await suggest({ budget: { count: 2 }, area: "hamnparken", stability: true });
    expect(runs).toBe(8);
    for (const { stays } of chosen) expect(Number(stays) * 8).toBeCloseTo(Math.round(Number(stays) * 8), 9);
  });

  it.each<[string, object, string]>([
    ["an area that is none", { area: "atlantis" }, "unknownArea"],
    ["an option that is none", { pinned: [{ at: spotIn("stortorget"), option: "sun" }] }, "notFound"],
    [
      "a lamp that is none",
      { pinned: [{ at: spotIn("stortorget"), lamp: "lamp-0", option: "repair" }] },
      "notFound",
    ],
    ["a new lamp elsewhere", { pinned: [{ at: { lng: 15, lat: 57 }, option: "new-pole" }] }, "outsidePlace"],
    ["no budget", { budget: {} }, "invalidInput"],
    ["two budgets", { budget: { kronor: 1, count: 1 } }, "invalidInput"],
  ])("is refused for %s", async (_, fields, code) => {
    // The fields are wrong on purpose.
    const input = { budget: { count: 1 }, ...fields } as SuggestInput;
    expect((await refusal(suggest(input))).code).toBe(code);
  });

  it("stands in the log of staff", async () => {
    const rows = await services.rows<{ details: object }>(
      "select details from audit_log where action = 'lighting.suggest' order by id desc limit 1",
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.details).toHaveProperty("area");
  });
});

describe("the work", () => {
  const run = "5f6d1f7e-8a3f-4b2a-9d53-0f2f6f0f7a11";
  const long = { budget: { kronor: 400_000 }, stability: true };

  it("tells how far it is to whoever asked, and ends when they leave", async () => {
    const context = await asRole(services, "planner");
    const { accountId } = context.session;
    const leave = new AbortController();
    const asked = suggestLighting(context, { ...long, run }, leave.signal);
    let progress = readProgress(accountId, run);
    while (progress?.stage !== "varying") {
      await sleep(20);
      progress = readProgress(accountId, run);
    }
    expect(readProgress(accountId, "5f6d1f7e-8a3f-4b2a-9d53-0f2f6f0f7a12")).toBeNull();
    expect(readProgress("somebody else", run)).toBeNull();
    leave.abort();
    expect((await refusal(asked)).code).toBe("cancelled");
    expect(readProgress(accountId, run)).toBeNull();
  });

  it("ends when the same planner asks anew", async () => {
    const context = await asRole(services, "planner");
    const first = refusal(suggestLighting(context, long));
    await sleep(300);
    const second = await suggestLighting(context, { budget: { count: 1 } });
    expect((await first).code).toBe("cancelled");
    expect(second.chosen).toHaveLength(1);
  });
});

it("less dimming is suggested at an hour when lamps are dimmed, and at no other", async () => {
  const small = await openTestServices();
  const here = await callerFor(small, "planner");
  const at = spotIn("lotsgatan");
  await here.lighting.saveLamp(lamp({ at, flux: 60_000, height: 8, dimming: "night-half" }));
  await (await callerFor(small, "resident")).reports.submit(report({ at }));
  const ask = (hour: string) => here.lighting.suggest({ budget: { kronor: 1200 }, area: "lotsgatan", hour });
  expect((await ask("2026-11-20T20:30:00+01:00")).chosen).toEqual([]);
  expect((await ask("2026-11-20T23:30:00+01:00")).chosen).toMatchObject([{ kind: "dimming", cost: 1200 }]);
});

describe("the parts of the need", async () => {
  const { parts, squares } = await planner.lighting.need();

  it("are told for every square with streets, each from 0 to 1", () => {
    expect(new Set(parts.map(({ area }) => area)).size).toBe(town.areas.size);
    for (const part of ["voices", "dark", "ways"] as const) {
      const shares = parts.map((square) => square.parts[part]);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...shares)).toBeLessThanOrEqual(1);
      expect(Math.max(...shares)).toBeGreaterThan(0.4);
    }
  });

  it("draw voices towards their mean, and count the same as the squares do", () => {
    const told = new Map(squares.map(({ square, voices }) => [square, voices]));
    for (const { square, voices } of parts) expect(voices).toBe(told.get(square) ?? 0);
    const most = parts.toSorted((a, b) => b.voices - a.voices)[0];
    expect(most?.smoothed).toBeLessThan(most?.voices ?? 0);
    expect(Math.min(...parts.map(({ smoothed }) => smoothed))).toBeGreaterThan(0);
  });

  it("tell darkness by the light that is wanted, and the way to the nearest stop", () => {
    for (const { lowest, wanted, parts: of, way } of parts) {
      expect(of.dark > 0).toBe(lowest < wanted);
      expect(Math.abs(of.ways - (way ? 1 - way.metres / 800 : 0))).toBeLessThan(0.001);
    }
  });
});
