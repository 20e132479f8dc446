import { describe, expect, it } from "vitest";
import { toLngLat } from "../geo/sweref.ts";
import type { Distribution } from "../photometry/distribution.ts";
import { horizontalAt } from "../photometry/illuminance.ts";
import { untoldLight } from "./schema.ts";
import { type LightGiven, type LightingLamp, inFull, lampHourAt, shareAt, sourceOf } from "./source-of.ts";

const town = { east: 491_307, north: 6_225_009 };
const lamp: LightingLamp = {
  at: toLngLat(town),
  height: null,
  flux: null,
  status: "working",
  ...untoldLight,
};
const half = {
  id: "half",
  name: { sv: "Halv", en: "Half" },
  steps: [
    { from: 23, to: 5, share: 0.5 },
    { from: 5, to: 6, share: 0.8 },
  ],
};
const luminaire: Distribution = { planes: [0], gammas: [0, 90], candela: [300, 300], flux: 5000 };
const given: LightGiven = {
  lighting: {
    maintenance: 0.8,
    usual: { height: 5, flux: 3500 },
    standIn: { q: 8, a: 0.35, b: 0.35 },
    dimming: [half],
  },
  luminaires: new Map([["L", luminaire]]),
  clock: inFull,
};
const fluxOf = (more: Partial<LightingLamp>, clock = given.clock) =>
  sourceOf({ ...lamp, ...more }, { ...given, clock })?.flux;

describe("a lamp as a source", () => {
  it("is what the town takes a lamp to be where nobody has told", () => {
    const source = sourceOf(lamp, given);
    expect(source).toMatchObject({ height: 5, flux: 2800, c0: null, tilt: 0, shape: given.lighting.standIn });
    expect([source?.east, source?.north].map((metres) => metres?.toFixed(2))).toEqual([
      "491307.00",
      "6225009.00",
    ]);
  });

  it.each([
    [{ flux: 1000 }, 800],
    [{ luminaire: "L" }, 4000],
    [{ luminaire: "L", flux: 1000 }, 800],
    [{ luminaire: "gone" }, 2800],
    [{ screened: 0.25 }, 2100],
    [{ status: "broken" }, undefined],
    [{ status: "off" }, undefined],
  ] as const)("that is %o gives %s lm", (more, flux) => {
    expect(fluxOf(more)).toBe(flux);
  });

  it("burns from sunset, and is dimmed by the clock", () => {
    expect(fluxOf({}, { burning: false, hour: 14 })).toBeUndefined();
    expect(fluxOf({ dimming: "half" }, { burning: true, hour: 2 })).toBe(1400);
    expect(fluxOf({ dimming: "half" }, { burning: true, hour: 22 })).toBe(2800);
    const place = { timeZone: "Europe/Stockholm", centre: { lng: 14.86, lat: 56.17 } };
    expect(lampHourAt(Date.parse("2026-11-15T14:50:00Z"), place)).toEqual({ burning: false, hour: 15 });
    expect(lampHourAt(Date.parse("2026-11-15T14:53:00Z"), place)).toEqual({ burning: true, hour: 15 });
  });

  it.each([
    [22, 1],
    [23, 0.5],
    [4, 0.5],
    [5, 0.8],
    [6, 1],
    [null, 1],
  ])("at %s o'clock gives a share of %d", (hour, share) => {
    expect(shareAt(half, hour)).toBe(share);
  });

  it.each([
    [0, 0, 3],
    [90, 3, 0],
    [180, 0, -3],
    [270, -3, 0],
  ])("whose street side faces %d° lights the street there", (direction, east, north) => {
    const source = sourceOf({ ...lamp, direction }, given);
    const lux = source && horizontalAt(source, { east: source.east + east, north: source.north + north });
    expect(lux?.toFixed(3)).toBe("7.199");
  });
});
