import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Distribution } from "./distribution.ts";
import { horizontalAt, semiCylindricalAt, verticalAt } from "./illuminance.ts";
import { averaged, intensityAt } from "./intensity.ts";
import { type Grid, addLight, rasterOf } from "./raster.ts";
import { roadGrid } from "./road-grid.ts";
import type { LightSource } from "./source.ts";
import { standInAt } from "./stand-in.ts";

const standIn = { q: 8, a: 0.35, b: 0.35 };
const rad = (degrees: number) => (degrees * Math.PI) / 180;
const steps = (count: number, step: number) => Array.from({ length: count }, (_, index) => index * step);

/** A street lamp over the origin: C0 eastwards, so that the street lies north of it. */
const streetLamp = (more: Partial<LightSource> = {}): LightSource => ({
  east: 0,
  north: 0,
  height: 5,
  flux: 3500 * 0.8,
  c0: 0,
  tilt: 0,
  shape: standIn,
  ...more,
});

/** The same intensity in cd everywhere. */
const even = (candela: number): Distribution => ({
  planes: [0],
  gammas: [0, 180],
  candela: [candela, candela],
  flux: 1000,
});

/** Lambert's cosine as a table, for 1000 lm. */
const lambert: Distribution = {
  planes: [0],
  gammas: steps(901, 0.1),
  candela: steps(901, 0.1).map((gamma) => (1000 / Math.PI) * Math.cos(rad(gamma))),
  flux: 1000,
};

describe("intensity from a table", () => {
  const d: Distribution = {
    planes: [0, 90, 270],
    gammas: [0, 30, 80],
    candela: [100, 200, 50, 100, 300, 0, 100, 400, 100],
    flux: 1000,
  };

  it.each([
    [0, 30, 200],
    [0, 15, 150],
    [45, 30, 250],
    [45, 15, 175],
    [180, 30, 350],
    [315, 30, 300],
    [-45, 30, 300],
    [675, 30, 300],
    [90, 80, 0],
    [0, 80, 50],
    [0, 80.001, 0],
    [0, 180, 0],
  ])("at C %d and γ %d is %d cd", (c, gamma, candela) => {
    expect(intensityAt(d, c, gamma)).toBeCloseTo(candela, 9);
  });

  it("turned to all sides weighs each plane by the angle that it stands for", () => {
    expect(averaged(d)).toEqual({ planes: [0], gammas: [0, 30, 80], candela: [100, 312.5, 50], flux: 1000 });
    expect(intensityAt(averaged(d), 123, 30)).toBe(312.5);
  });
});

describe("the light of one lamp on the ground", () => {
  it.each([
    [0, 44.013],
    [3, 21.095],
    [6, 5.704],
    [10, 1.248],
  ])("by Lambert's cosine, 4.5 m high, is at %d m %d lx", (away, lux) => {
    const closed = streetLamp({ height: 4.5, shape: { q: 0, a: 0, b: 0 } });
    expect(horizontalAt(closed, { east: away, north: 0 }).toFixed(3)).toBe(lux.toFixed(3));
    const table = streetLamp({ height: 4.5, shape: lambert });
    expect(horizontalAt(table, { east: 0, north: away }).toFixed(3)).toBe(lux.toFixed(3));
  });

  it.each([
    [0, 0, 13.126],
    [5, 0, 9.844],
    [10, 0, 3.213],
    [-15, 0, 0.982],
    [0, 3, 7.199],
    [0, -3, 3.466],
  ])("by the stand-in is at %d m along the road and %d m towards the street %d lx", (east, north, lux) => {
    expect(horizontalAt(streetLamp(), { east, north }).toFixed(3)).toBe(lux.toFixed(3));
  });

  it("goes with the lamp when it is turned", () => {
    // C0 northwards: the street lies west.
    expect(horizontalAt(streetLamp({ c0: Math.PI / 2 }), { east: -3, north: 0 }).toFixed(3)).toBe("7.199");
  });

  it("is the same all around when nobody knows how it is turned, whatever its tilt", () => {
    const unknown = streetLamp({ c0: null, tilt: 0.3 });
    const without = horizontalAt(streetLamp({ shape: { q: 8, a: 0, b: 0 } }), { east: 3, north: 4 });
    for (const [east, north] of [
      [5, 0],
      [0, -5],
      [-4, 3],
    ] as const)
      expect(horizontalAt(unknown, { east, north })).toBeCloseTo(without, 9);
  });

  it("moves towards the street when the street side is lifted", () => {
    const [tilt, away] = [rad(20), 5 * Math.tan(rad(20))];
    // What the lamp sends along its axis meets the ground there; its cosine is that of the level ground.
    const lit = horizontalAt(streetLamp({ tilt, shape: lambert }), { east: 0, north: away });
    const axis = (3500 * 0.8) / Math.PI;
    expect(lit).toBeCloseTo((axis * 5) / (25 + away * away) ** 1.5, 6);
  });
});

describe("a path 2.5 m wide between lamps", () => {
  it.each([
    [22, 8.834, 5.201, 0.589],
    [28, 6.969, 2.619, 0.376],
    [34, 5.741, 1.381, 0.241],
  ])("%d m apart has mean %d, minimum %d and uniformity %d", (spacing, mean, min, uniformity) => {
    const lamps = steps(8, 1).map((k) => streetLamp({ east: (k - 3) * spacing, north: -0.5 }));
    const { along, across } = roadGrid(spacing, 2.5);
    const lux = steps(along, spacing / along).flatMap((x) =>
      steps(across, 2.5 / across).map((y) => {
        const at = { east: x + spacing / along / 2, north: y + 2.5 / across / 2 };
        return lamps.reduce((sum, lamp) => sum + horizontalAt(lamp, at), 0);
      }),
    );
    const average = lux.reduce((sum, value) => sum + value, 0) / lux.length;
    const least = Math.min(...lux);
    expect([average, least, least / average].map((value) => value.toFixed(3))).toEqual(
      [mean, min, uniformity].map((value) => value.toFixed(3)),
    );
  });

  it.each([
    [10, 10],
    [20, 10],
    [30, 10],
    [30.001, 11],
    [36, 12],
    [40, 14],
    [50, 17],
    [60, 20],
  ])("is computed, at a spacing of %d m, at %d points along it", (spacing, along) => {
    expect(roadGrid(spacing, 2.5)).toEqual({ along, across: 3 });
  });

  it("has a row of points for each metre and a half of its width, three at least", () => {
    expect([1, 4.5, 4.6, 7].map((width) => roadGrid(30, width).across)).toEqual([3, 3, 4, 5]);
  });
});

describe("light on a face", () => {
  const lamp = streetLamp({ height: 4.5, flux: 1000, shape: even(900) });
  const at = { east: 8, north: 0 };

  it.each([
    [180, 7.349],
    [135, 6.273],
    [90, 3.675],
    [0, 0],
  ])("that looks towards %d° falls on its half cylinder with %d lx", (facing, lux) => {
    expect(semiCylindricalAt(lamp, at, rad(facing)).toFixed(3)).toBe(lux.toFixed(3));
  });

  it("on a half cylinder is the mean of what falls on planes over the half turn in front", () => {
    const somewhere = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(
        somewhere,
        somewhere,
        fc.double({ min: 0, max: 6.3, noNaN: true }),
        (east, north, facing) => {
          const count = 2000;
          const planes = steps(count, Math.PI / count).map((turn) =>
            verticalAt(streetLamp(), { east, north }, facing + turn + Math.PI / count / 2 - Math.PI / 2),
          );
          const mean = planes.reduce((sum, value) => sum + value, 0) / count;
          expect(semiCylindricalAt(streetLamp(), { east, north }, facing)).toBeCloseTo(mean, 3);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("is none right under a lamp", () => {
    expect(verticalAt(lamp, { east: 0, north: 0 }, 1)).toBe(0);
    expect(semiCylindricalAt(lamp, { east: 0, north: 0 }, 1)).toBe(0);
  });
});

const shares = fc.double({ min: 0, max: 0.95, noNaN: true });

describe("the stand-in", () => {
  it("sends out the whole flux, however it is set", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 30, noNaN: true }), shares, shares, (q, a, b) => {
        const [rings, turns] = [400, 72];
        let flux = 0;
        for (const gamma of steps(rings, Math.PI / 2 / rings))
          for (const c of steps(turns, (2 * Math.PI) / turns)) {
            const middle = gamma + Math.PI / 4 / rings;
            flux += standInAt({ q, a, b }, c, middle) * Math.sin(middle);
          }
        expect(flux * (Math.PI / 2 / rings) * ((2 * Math.PI) / turns)).toBeCloseTo(1, 4);
      }),
      { numRuns: 30 },
    );
  });

  it("is at its highest 61° from straight down, 2.75 times what it sends there", () => {
    const profile = steps(900, 0.1).map((gamma) => standInAt({ q: 8, a: 0, b: 0 }, 0, rad(gamma)));
    const peak = Math.max(...profile);
    expect(Math.round(profile.indexOf(peak) / 10)).toBe(61);
    expect(peak / (profile[0] as number)).toBeCloseTo(2.75, 2);
  });

  it("sends nothing upwards", () => {
    expect(standInAt(standIn, 0, Math.PI / 2)).toBe(0);
    expect(standInAt(standIn, 0, 3)).toBe(0);
  });
});

/** As files have them: steps of 15° and 2.5°, and the same straight down in each plane. */
const roadFile: Distribution = {
  planes: steps(24, 15),
  gammas: steps(37, 2.5),
  candela: steps(24, 15).flatMap((c) =>
    steps(37, 2.5).map((gamma) => {
      const b = 0.5 * Math.sin(rad(gamma));
      return 1000 * standInAt({ q: 8, a: 0.6 * b, b }, rad(c), rad(gamma));
    }),
  ),
  flux: 1000,
};

describe("a raster of light", () => {
  const grid: Grid = { east: -40.5, north: -30.5, step: 1, width: 81, height: 61 };
  const centre = (cell: number) => ({
    east: grid.east + 0.5 + (cell % grid.width),
    north: grid.north + 0.5 + Math.floor(cell / grid.width),
  });
  const place = fc.integer({ min: -300, max: 300 }).map((tenths) => tenths / 10);
  const lamps = fc.record({
    east: place,
    north: place,
    height: fc.integer({ min: 3, max: 12 }),
    flux: fc.integer({ min: 500, max: 20_000 }),
    c0: fc.option(fc.double({ min: -7, max: 7, noNaN: true })),
    tilt: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
    shape: fc.constantFrom(standIn, { q: 0, a: 0, b: 0 }),
  });

  const litBy = (...sources: LightSource[]) => {
    const lux = rasterOf(grid);
    for (const source of sources) addLight(lux, grid, source);
    return lux;
  };
  const greatest = (values: Iterable<number>) => Math.max(...values);

  it("holds what the lamp gives to each cell's centre, within ten heights and not beyond", () => {
    fc.assert(
      fc.property(lamps, (lamp) => {
        const errors = Array.from(litBy(lamp), (lux, cell) => {
          const at = centre(cell);
          const heights = Math.hypot(at.east - lamp.east, at.north - lamp.north) / lamp.height;
          if (Math.abs(heights - 10) < 1e-6) return 0;
          const wanted = heights < 10 ? horizontalAt(lamp, at) : 0;
          return Math.abs(lux - wanted) / (wanted + 0.1);
        });
        expect(greatest(errors)).toBeLessThan(1e-6);
      }),
      { numRuns: 40 },
    );
  });

  it("holds the light of a luminaire's table within half a per cent of its strongest", () => {
    fc.assert(
      fc.property(lamps, (lamp) => {
        const source = { ...lamp, shape: roadFile };
        const lux = litBy(source);
        const wanted = Array.from(lux, (value, cell) =>
          value === 0 ? 0 : horizontalAt(source, centre(cell)),
        );
        const errors = lux.map((value, cell) => Math.abs(value - (wanted[cell] as number)));
        expect(greatest(errors)).toBeLessThanOrEqual(0.005 * greatest(wanted));
      }),
      { numRuns: 40 },
    );
  });

  it("is the sum of its lamps, and next to nothing is left where they are taken away again", () => {
    fc.assert(
      fc.property(fc.array(lamps, { minLength: 2, maxLength: 8 }), (several) => {
        const together = litBy(...several);
        const apart = several.map((lamp) => litBy(lamp));
        const most = greatest(together);
        const errors = together.map((lux, cell) =>
          Math.abs(lux - apart.reduce((sum, alone) => sum + (alone[cell] as number), 0)),
        );
        expect(greatest(errors)).toBeLessThanOrEqual(1e-6 * most);
        for (const lamp of several) addLight(together, grid, lamp, -1);
        expect(greatest(together.map(Math.abs))).toBeLessThanOrEqual(2e-6 * most);
      }),
      { numRuns: 40 },
    );
  });
});
