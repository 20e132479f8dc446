import { describe, expect, it } from "vitest";
import { toGrid, toLngLat } from "../geo/sweref.ts";
import { type Lamp, untoldLight } from "../lighting/schema.ts";
import { inFull, sourceOf } from "../lighting/source-of.ts";
import type { LightingOption } from "../lighting/town.ts";
import { horizontalAt } from "../photometry/illuminance.ts";
import { candidatesOf, changedBy, isSameSite, newLamp, poleSites } from "./candidates.ts";
import { litPoints, luxAt } from "./lux-at.ts";

const corner = { east: 491_307, north: 6_225_009 };
const at = (east: number, north = 0) => ({ east: corner.east + east, north: corner.north + north });
const option = (kind: LightingOption["kind"], fields: Partial<LightingOption> = {}): LightingOption => ({
  id: kind,
  kind,
  name: { sv: kind, en: kind },
  cost: 1000,
  height: null,
  flux: null,
  luminaire: null,
  ...fields,
});
const lamp = (fields: Partial<Lamp> = {}): Lamp => ({
  id: "lamp-1",
  at: toLngLat(corner),
  area: null,
  height: 5,
  flux: 3500,
  owner: "municipality",
  status: "working",
  statusSince: "2026-11-01",
  statusSource: "Ronden",
  ...untoldLight,
  ...fields,
});
const given = {
  lighting: {
    maintenance: 0.8,
    usual: { height: 5, flux: 3500 },
    standIn: { q: 8, a: 0.35, b: 0.35 },
    dimming: [],
  },
  luminaires: new Map(),
  clock: inFull,
};

describe("what may be done about a lamp", () => {
  it.each<[LightingOption["kind"], Lamp["status"], boolean]>([
    ["repair", "broken", true],
    ["repair", "working", false],
    ["head", "broken", true],
    ["head", "working", true],
    ["flux", "working", true],
    ["flux", "broken", false],
    ["dimming", "working", false],
    ["pole", "working", false],
    ["repair", "off", false],
    ["head", "off", false],
  ])("%s of one that is %s: %s", (kind, status, may) => {
    expect(changedBy(option(kind, { flux: 5000 }), lamp({ status })) !== null).toBe(may);
  });

  it("leaves it working, with what the option tells and otherwise as it was", () => {
    const broken = lamp({ status: "broken", height: 6, luminaire: "old" });
    expect(changedBy(option("head", { flux: 5000 }), broken)).toMatchObject({
      status: "working",
      flux: 5000,
      height: 6,
      luminaire: "old",
    });
    const dimmed = lamp({ dimming: "night-half" });
    expect(changedBy(option("dimming"), dimmed)).toEqual({ ...dimmed, dimming: null });
  });
});

describe("where a new lamp may stand", () => {
  const street = [0, 18, 36].map((east) => ({ ...at(east), edge: 0, along: east, towards: 0 }));

  it("is to the right of a street that has no lamp near, facing it", () => {
    expect(poleSites(street, [at(2)])).toEqual([{ ...at(36, -2.5), direction: 0 }]);
    expect(poleSites(street, []).length).toBe(3);
  });

  it("throws as much light along the street to both sides", () => {
    const [site] = poleSites([{ ...at(0), edge: 0, along: 0, towards: Math.PI / 4 }], []);
    const found = site && newLamp(option("pole", { height: 5, flux: 3500 }), site);
    const source = found && sourceOf(found.after, given);
    if (!source) throw new Error("expected a new lamp that burns");
    const step = 7 * Math.SQRT1_2;
    const [ahead, back] = [at(step, step), at(-step, -step)];
    expect(horizontalAt(source, ahead)).toBeCloseTo(horizontalAt(source, back), 2);
    // The street side is the brighter: across the street as far as behind the pole.
    const [over, behind] = [at(-step, step), at(step + 3.54, -step - 3.54)];
    expect(horizontalAt(source, over)).toBeGreaterThan(horizontalAt(source, behind));
  });

  it("comes after what may be done about lamps, in the order that is given", () => {
    const options = [option("pole", { flux: 3500 }), option("flux", { flux: 5000 }), option("repair")];
    const found = candidatesOf(
      options,
      [lamp(), lamp({ id: "lamp-2", status: "broken" })],
      [{ ...at(50), direction: 0 }],
    );
    expect(found.map(({ lamp: id, option: { kind } }) => [id, kind])).toEqual([
      ["lamp-1", "flux"],
      ["lamp-2", "repair"],
      [null, "pole"],
    ]);
  });
});

it("the same site is the same lamp, or a new one within so many metres", () => {
  const [here, near] = [toLngLat(corner), toLngLat(at(4))];
  expect(isSameSite({ at: here, lamp: "a" }, { at: near, lamp: "a" }, 1)).toBe(true);
  expect(isSameSite({ at: here, lamp: "a" }, { at: here }, 9)).toBe(false);
  expect(isSameSite({ at: here, lamp: null }, { at: near }, 5)).toBe(true);
  expect(isSameSite({ at: here, lamp: null }, { at: near, lamp: null }, 3)).toBe(false);
});

it("light at points is the sum of all lamps, each followed for ten times its height", () => {
  const sources = [lamp(), lamp({ at: toLngLat(at(30)) })].flatMap((each) => sourceOf(each, given) ?? []);
  const points = [at(0), at(15), at(49), at(51, 0), at(90)];
  const lux = luxAt(litPoints(points), sources);
  const [first, second] = sources;
  if (!first || !second) throw new Error("expected two lamps that burn");
  const sum = horizontalAt(first, points[1] ?? corner) + horizontalAt(second, points[1] ?? corner);
  expect(lux[1]).toBeCloseTo(sum, 9);
  expect(lux[3]).toBeCloseTo(horizontalAt(second, points[3] ?? corner), 9);
  expect(lux[4]).toBe(0);
  expect(toGrid(lamp().at).east).toBeCloseTo(corner.east, 3);
});
