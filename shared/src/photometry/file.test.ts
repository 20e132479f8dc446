import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Distribution } from "./distribution.ts";
import { readPhotometry } from "./file.ts";
import { fluxOf } from "./flux.ts";
import { intensityAt } from "./intensity.ts";
import { type Shape, eulumdat, even, ies, towardsStreet } from "./samples.ts";
import { Unreadable, photometryTerms, unreadableCodes } from "./unreadable.ts";

const every = (from: number, to: number, step: number) =>
  Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
const turn = every(0, 345, 15);
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Shapes with the mirrors that each symmetry leaves out. */
const aboutRoad: Shape = (c, gamma) => 100 + 30 * Math.cos(radians(c)) + gamma;
const aboutBoth: Shape = (c, gamma) => 100 + 30 * Math.cos(radians(2 * c)) + gamma;

/** What a file was written from, and what is read from it in every direction. */
function expectShape({ candela, planes, gammas }: Distribution, shape: Shape, scale = 1) {
  for (const [plane, c] of planes.entries())
    for (const [index, gamma] of gammas.entries())
      expect(candela[plane * gammas.length + index]).toBeCloseTo(shape(c, gamma) * scale, 1);
}

describe("a EULUMDAT file", () => {
  it("tells who made what, its lamps, its watts, and cd for the lumens of the lamps", () => {
    const file = readPhotometry(eulumdat());
    expect(file).toMatchObject({
      format: "eulumdat",
      name: "Väglykta 35",
      maker: "Småländska Lyktfabriken",
      power: 35,
      turned: 0,
      notes: [],
      stated: 4000,
    });
    expect(file.distribution.flux).toBeCloseTo(4000, 1);
    expectShape(file.distribution, even, 4);
  });

  it.each<[number, number[], Shape]>([
    [0, turn, towardsStreet],
    [2, every(0, 180, 15), aboutRoad],
    [3, [...every(270, 345, 15), ...every(0, 90, 15)], towardsStreet],
    [4, every(0, 90, 15), aboutBoth],
  ])("of symmetry %i is written out whole", (isym, stored, shape) => {
    const { distribution } = readPhotometry(eulumdat({ isym, planes: turn, stored, shape, lightOutput: "" }));
    expect(distribution.planes).toEqual(turn);
    expectShape(distribution, shape, 4);
  });

  it("of symmetry 1 that lists all its planes stores one", () => {
    const { distribution } = readPhotometry(eulumdat({ planes: turn, stored: [0] }));
    expect([distribution.planes, distribution.candela.length]).toEqual([[0], 19]);
  });

  it("may have uneven angles, of which those that are mirrored are kept", () => {
    const planes = [0, 10, 50, 90, 130, 170, 180, 190, 230, 270, 310, 350];
    const stored = [270, 310, 350, 0, 10, 50, 90];
    const gammas = [0, 7.5, 20, 21, 60, 90, 120];
    const { distribution } = readPhotometry(
      eulumdat({ isym: 3, planes, stored, gammas, shape: towardsStreet, lightOutput: "" }),
    );
    expect([distribution.planes, distribution.gammas]).toEqual([planes, gammas]);
    expectShape(distribution, towardsStreet, 4);
  });

  it.each<[string, Parameters<typeof eulumdat>[0], number]>([
    ["a decimal comma and bare line feeds", { decimal: ",", lineEnd: "\n" }, 4000],
    ["old line ends", { lineEnd: "\r" }, 4000],
    ["a factor for its intensities", { factor: "0,5", lightOutput: "50" }, 2000],
    ["no factor", { factor: "" }, 4000],
    ["lamps below zero: the luminaire was measured as it is", { sets: [[-1, 3200, 30]] }, 3200],
    ["light upwards too", { gammas: every(0, 180, 10), lightOutput: "200" }, 8000],
  ])("is read with %s", (_, fields, flux) => {
    expect(readPhotometry(eulumdat(fields)).distribution.flux).toBeCloseTo(flux, 0);
  });

  it("with several lamp sets has alternatives, of which the first is taken unless another is asked for", () => {
    const text = eulumdat({
      sets: [
        [1, 4000, 35],
        [2, 7000, 60],
      ],
    });
    expect(readPhotometry(text)).toMatchObject({ power: 35, notes: [{ code: "severalSets" }] });
    const second = readPhotometry(text, { lampSet: 2 });
    expect([second.power, Math.round(second.distribution.flux)]).toEqual([60, 7000]);
    expect(second.sets.map(({ flux }) => flux)).toEqual([4000, 7000]);
  });

  it.each([
    ["98", []],
    ["96", ["fluxDiffers"]],
    ["104", ["fluxDiffers"]],
    ["", ["notCheckable"]],
  ])("that says %s %% leaves it is told of: %j", (lightOutput, notes) => {
    expect(readPhotometry(eulumdat({ lightOutput })).notes.map(({ code }) => code)).toEqual(notes);
  });
});

describe("an IES file", () => {
  it("gives cd as they are, its street side at h 0 being C90", () => {
    const shape: Shape = (h, gamma) => towardsStreet(h + 90, gamma);
    const file = readPhotometry(ies({ horizontal: every(0, 360, 15), shape }));
    expect(file).toMatchObject({
      format: "ies",
      name: "Väglykta 35 med linser",
      maker: "Småländska Lyktfabriken",
      power: 35,
      turned: 90,
      notes: [{ code: "notCheckable" }],
    });
    expect(file.distribution.planes).toEqual(turn);
    expectShape(file.distribution, towardsStreet);
  });

  it.each([0, 90, 180, 270] as const)("turned by %i degrees has its street side there", (turned) => {
    const shape: Shape = (h) => (h === 0 || h === 360 ? 200 : 100);
    const { distribution } = readPhotometry(ies({ horizontal: every(0, 360, 90), shape }), { turned });
    expect(intensityAt(distribution, turned, 45)).toBe(200);
    expect(intensityAt(distribution, turned + 180, 45)).toBe(100);
  });

  it.each<[string, number[], Shape]>([
    ["0", [0], even],
    ["0–90", every(0, 90, 15), aboutBoth],
    ["0–180", every(0, 180, 15), aboutRoad],
    ["90–270", every(90, 270, 15), towardsStreet],
    ["0–360", every(0, 360, 15), towardsStreet],
  ])("with horizontal angles %s is written out whole", (_, horizontal, shape) => {
    const { distribution } = readPhotometry(ies({ horizontal, shape }), { turned: 0 });
    expect(distribution.planes).toEqual(horizontal.length === 1 ? [0] : turn);
    expectShape(distribution, shape);
  });

  it.each<[string, Parameters<typeof ies>[0], number]>([
    ["its multiplier and both factors", { multiplier: 2, ballast: 0.9, second: 0.5 }, 900],
    ["what came about how, in 2019", { version: ["IESNA:LM-63-2019"], second: 1.1 }, 1000],
    ["numbers one by one", { wrap: 1 }, 1000],
    ["numbers all in one line", { wrap: 9999 }, 1000],
    ["no version, as in 1986", { version: ["Street lamp, 1987"] }, 1000],
    ["its version as in 1991", { version: ["IESNA91"] }, 1000],
    ["its version as in 1995", { version: ["IESNA:LM-63-1995"] }, 1000],
    ["measures in feet", { units: 1 }, 1000],
    ["light upwards only", { vertical: every(90, 180, 5) }, 1000],
    [
      "losses by tilt, which are read past",
      { tilt: ["TILT=INCLUDE", "1", "3", "0 45 90", "1 .9", ".8"] },
      1000,
    ],
  ])("is read with %s", (_, fields, flux) => {
    expect(readPhotometry(ies(fields)).distribution.flux).toBeCloseTo(flux, 1);
  });

  it("of lamps with lumens is checked against them: less leaves it, never more", () => {
    const codes = (lumens: number) => readPhotometry(ies({ lamps: 2, lumens })).notes.map(({ code }) => code);
    expect(codes(700)).toEqual(["notCheckable"]);
    expect(codes(475)).toEqual(["fluxDiffers"]);
    expect(() => codes(400)).toThrow("about 800 lm as the file says, and it adds up to 1000 lm");
  });
});

/** Puts another text on one line. */
const onLine = (text: string, line: number, other: string) =>
  text
    .split(/\r\n|\n/)
    .map((each, index) => (index === line - 1 ? other : each))
    .join("\n");

describe("a file is refused with its line and the reason:", () => {
  it.each<[string, string, number]>([
    ["unknownFormat", "hej", 3],
    ["unknownFormat", "", 3],
    ["unknownFormat", onLine(eulumdat(), 3, "7"), 3],
    ["outOfRange", onLine(eulumdat(), 4, "0"), 4],
    ["notWhole", onLine(eulumdat(), 4, "1.5"), 4],
    ["outOfRange", onLine(eulumdat(), 6, "99999999999"), 6],
    ["notANumber", onLine(eulumdat(), 23, "NaN"), 23],
    ["outOfRange", onLine(eulumdat(), 26, "0"), 26],
    ["notANumber", onLine(eulumdat(), 29, "många"), 29],
    ["notRising", onLine(eulumdat(), 46, "0"), 46],
    ["outOfRange", onLine(eulumdat(), 63, "-4"), 63],
    ["endsEarly", onLine(eulumdat(), 6, "360"), 82],
    ["endsEarly", eulumdat().split("\r\n").slice(0, 12).join("\n"), 12],
    ["unlikeSymmetry", eulumdat({ isym: 4, planes: [0, 90, 180], stored: [0] }), 43],
    ["unlikeSymmetry", eulumdat({ isym: 4, planes: [0, 80, 180, 270], stored: [0, 80] }), 43],
    ["unlikeSymmetry", eulumdat({ isym: 3, planes: [5, 90, 180, 275] }), 43],
    ["noLight", eulumdat({ shape: () => 0 }), 63],
    ["fluxUnlike", eulumdat({ lightOutput: "85" }), 63],
    ["wrongType", ies({ type: 2 }), 6],
    ["wrongType", ies({ type: 3 }), 6],
    ["tiltFile", ies({ tilt: ["TILT=LAMP.TLT"] }), 5],
    ["outOfRange", ies({ units: 3 }), 6],
    ["horizontalRange", ies({ horizontal: [0, 45] }), 8],
    ["horizontalRange", ies({ horizontal: [0, 45, 350] }), 8],
    ["notRising", ies({ vertical: [0, 20, 10] }), 7],
    ["outOfRange", ies({ vertical: [0, 200] }), 7],
    ["outOfRange", ies({ lumens: -2 }), 6],
    ["endsEarly", ies().slice(0, 300), 9],
    ["endsEarly", ies({ tilt: ["TILT=INCLUDE", "1", "900", "0 1"] }), 14],
  ])("%s", (code, text, line) => {
    let found: unknown;
    try {
      readPhotometry(text);
    } catch (error) {
      found = error;
    }
    expect(found).toBeInstanceOf(Unreadable);
    expect(found).toMatchObject({ code, line });
  });

  it("noSuchSet, where another is asked for than it has", () => {
    expect(() => readPhotometry(eulumdat(), { lampSet: 2 })).toThrow(
      "line 26: expected one of the lamp sets 1–1",
    );
  });
});

describe("the flux of a table", () => {
  it("is that of the zonal method: the same towards all sides is 4π", () => {
    expect(fluxOf({ planes: [0], gammas: [0, 30, 180], candela: [1, 1, 1] })).toBeCloseTo(4 * Math.PI, 12);
  });

  it("weighs each plane by half the way to its neighbours", () => {
    const candela = [1, 1, 0, 0, 0, 0];
    expect(fluxOf({ planes: [0, 90, 180], gammas: [0, 90], candela })).toBeCloseTo((2 * Math.PI * 3) / 8, 12);
  });
});

/** Files that broke: cut, doubled, with other numbers or bytes in them. */
describe("5,000 broken files", () => {
  const good = [
    eulumdat(),
    eulumdat({ isym: 0, planes: turn, shape: towardsStreet, lightOutput: "" }),
    eulumdat({ isym: 4, planes: turn, stored: every(0, 90, 15), shape: aboutBoth, decimal: "," }),
    ies({ horizontal: every(0, 360, 45), shape: towardsStreet }),
    ies({ tilt: ["TILT=INCLUDE", "1", "3", "0 45 90", "1 .9 .8"], lumens: 2000 }),
  ];
  const nasty = fc.oneof(
    fc.constantFrom(
      "NaN",
      "-1",
      "1e999",
      "99999999999999",
      "0",
      "",
      "360",
      "721",
      "Infinity",
      "0x10",
      "1,5",
      "[MORE]",
    ),
    fc.constantFrom("__proto__", "TILT=INCLUDE", "\u0000", "\uFEFF", "\r", "½", "1e-400", "2 2 2", "-0"),
    fc.string({ unit: "binary", maxLength: 20 }),
  );
  const damage = fc.record({
    how: fc.constantFrom("cut", "double", "swap", "replace", "insert", "drop"),
    at: fc.nat(500),
    to: fc.nat(500),
    other: nasty,
  });

  function harm(
    text: string,
    { how, at, to, other }: { how: string; at: number; to: number; other: string },
  ) {
    const lines = text.split(/\r\n|\n/);
    const [here, there] = [at % lines.length, to % lines.length];
    switch (how) {
      case "cut":
        return text.slice(0, at * 7);
      case "double":
        return lines.flatMap((line, index) => (index === here ? [line, line] : [line])).join("\n");
      case "swap":
        [lines[here], lines[there]] = [lines[there] ?? "", lines[here] ?? ""];
        return lines.join("\r\n");
      case "replace":
        return lines.map((line, index) => (index === here ? other : line)).join("\n");
      case "insert":
        return text.slice(0, at * 3) + other + text.slice(at * 3);
      default:
        return lines.filter((_, index) => index !== here).join("\n");
    }
  }

  /** What is wrong with how a file was taken; null when it was read whole, or refused with line and reason. */
  function faultIn(text: string): { fault: string | null; refused: boolean } {
    try {
      const { planes, gammas, candela, flux } = readPhotometry(text).distribution;
      const whole = candela.length === planes.length * gammas.length;
      const sound = candela.every((each) => Number.isFinite(each) && each >= 0) && flux > 0;
      return { fault: whole && sound ? null : "read as what is no table", refused: false };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const { code, line, message, values } = error;
      const { what = "tilt" } = values;
      const known = unreadableCodes.includes(code) && photometryTerms.some((term) => term === what);
      const told = known && line > 0 && /^line \d+: expected /.test(message);
      return { fault: told ? null : message, refused: true };
    }
  }

  it("are read as what they still are, or refused with line and reason, at once", () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...good),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        (text, harms) => {
          const began = performance.now();
          const found = faultIn(harms.reduce(harm, text));
          expect(found.fault).toBeNull();
          expect(performance.now() - began).toBeLessThan(1000);
          if (found.refused) refused += 1;
        },
      ),
      { numRuns: 5000, seed: 2026 },
    );
    expect(refused).toBeGreaterThan(2000);
  });

  it("that promise more than they hold are refused before room is made", () => {
    const began = performance.now();
    for (const line of [4, 6, 26])
      for (const count of ["721", "361", "20", "99999999"])
        expect(() => readPhotometry(onLine(eulumdat(), line, count))).toThrow(Unreadable);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
