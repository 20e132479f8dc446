import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smoothRates } from "./empirical-bayes.ts";
import { adjustedP } from "./false-discovery.ts";
import { gi, giStar, permutedP } from "./getis-ord.ts";
import { type StreetGraph, densityAlongStreets } from "./network-density.ts";
import { FALSE_SHARE, findHotSpots } from "./hot-spots.ts";
import { sameRandom } from "./random.ts";
import { wilson } from "./wilson.ts";

/** Places next to each other within a distance. */
const within = (points: [number, number][], band: number) =>
  points.map(([x, y], place) =>
    points.flatMap(([u, v], other) => (other !== place && Math.hypot(x - u, y - v) <= band ? [other] : [])),
  );

/** A square grid in which corners touch too (queen). */
const queen = (side: number) =>
  within(
    Array.from({ length: side * side }, (_, index): [number, number] => [
      index % side,
      Math.floor(index / side),
    ]),
    1.5,
  );

describe("Gi and Gi*", () => {
  // The example of PySAL's esda, getisord.py, with binary weights within 15.
  const points: [number, number][] = [
    [10, 10],
    [20, 10],
    [40, 10],
    [15, 20],
    [30, 20],
    [30, 30],
  ];
  const values = [2, 3, 3.2, 5, 8, 7];
  const neighbours = within(points, 15);

  it("have the z values of the published example", () => {
    const expected = {
      gi: [-1.0136729, -0.04361589, 1.31558703, -0.31412676, 1.15373986, 1.77833941],
      star: [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331],
    };
    for (const [place, z] of gi(values, neighbours).entries())
      expect(z).toBeCloseTo(expected.gi[place] ?? 0, 6);
    for (const [place, z] of giStar(values, neighbours).entries())
      expect(z).toBeCloseTo(expected.star[place] ?? 0, 6);
  });

  it("move with no unit that values are counted in", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 16, maxLength: 16 }),
        fc.integer({ min: 2, max: 9 }),
        (counts, times) => {
          fc.pre(new Set(counts).size > 1);
          const more = giStar(
            counts.map((count) => count * times),
            queen(4),
          );
          for (const [place, z] of giStar(counts, queen(4)).entries()) expect(more[place]).toBeCloseTo(z, 9);
        },
      ),
    );
  });

  it("say nothing where all places hold the same", () => {
    expect(giStar([3, 3, 3, 3], queen(2)).every(Number.isNaN)).toBe(true);
  });
});

describe("many tests at once", () => {
  it("find no hot spot in a grid where two cells alone would seem to be some", () => {
    const counts = [1, 0, 2, 1, 0, 6, 8, 1, 1, 7, 9, 2, 0, 1, 0, 1];
    const z = giStar(counts, queen(4));
    expect([z[6], z[10]].map((each) => each?.toFixed(3))).toEqual(["2.196", "2.033"]);
    const p = z.map((each) => 2 * (1 - normal(Math.abs(each))));
    expect([p[6], p[10]].map((each) => each?.toFixed(4))).toEqual(["0.0281", "0.0420"]);
    const adjusted = adjustedP(p);
    expect(adjusted[6]?.toFixed(3)).toBe("0.328");
    expect(Math.min(...adjusted)).toBeGreaterThan(0.3);
  });

  it("are adjusted in the order in which they are given, never below what they were", () => {
    const expected = [0.02, 0.04, 0.04, 0.02];
    for (const [test, q] of adjustedP([0.01, 0.04, 0.03, 0.005]).entries())
      expect(q).toBeCloseTo(expected[test] ?? 0, 12);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (p) => {
        for (const [test, q] of adjustedP(p).entries()) {
          expect(q).toBeGreaterThanOrEqual(p[test] ?? 0);
          expect(q).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("conditional permutation", () => {
  it("finds a cluster that chance does not make, and the same one in every run", () => {
    const counts = Array.from({ length: 100 }, () => 0);
    for (const place of [44, 45, 54, 55]) counts[place] = 6;
    const p = permutedP(counts, queen(10), 999, sameRandom());
    expect(p[45]).toBeLessThan(0.01);
    expect(p[0]).toBe(1);
    expect(permutedP(counts, queen(10), 999, sameRandom())).toEqual(p);
  });

  it("is as often below a level as the level says where there is nothing to find", () => {
    const random = sameRandom(7);
    const counts = Array.from({ length: 400 }, () => Math.floor(random() * 6));
    const p = permutedP(counts, queen(20), 199, random);
    const share = p.filter((each) => each <= 0.1).length / p.length;
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.16);
  });
});

describe("empirical Bayes", () => {
  it("smooths the worked example to the printed digits", () => {
    const smoothed = smoothRates([0, 5, 25, 110], [8, 60, 1100, 2000]);
    const weights = smoothed.map(({ weight }) => Number(weight.toFixed(5)));
    expect(weights).toEqual([0.03694, 0.2234, 0.84061, 0.90556]);
    expect(smoothed.map(({ rate }) => Number(rate.toFixed(5)))).toEqual([0.04256, 0.05294, 0.02615, 0.05398]);
  });

  it("has the rates of reporters over footfall of the worked example", () => {
    const rates = smoothRates([8, 8, 2, 20], [4, 40, 9, 110]).map(({ rate }) => rate.toFixed(4));
    expect(rates).toEqual(["1.2153", "0.2025", "0.2251", "0.1833"]);
  });

  it("gives the mean where nothing is known, and nothing where nobody spoke", () => {
    expect(smoothRates([3, 0, 9], [10, 0, 10])[1]?.rate).toBeCloseTo(12 / 20);
    expect(smoothRates([0, 0], [0, 0])).toEqual([
      { rate: 0, weight: 0 },
      { rate: 0, weight: 0 },
    ]);
  });
});

describe("Wilson's interval", () => {
  it("is that of the worked example: 9 of 40", () => {
    expect(wilson(9, 40).map((end) => end.toFixed(3))).toEqual(["0.123", "0.375"]);
    expect(wilson(0, 0)).toEqual([0, 1]);
  });
});

describe("density along streets", () => {
  /** Four streets of 100 m from one crossing, node 0. */
  const cross: StreetGraph = {
    edges: [1, 2, 3, 4].map((to) => ({ from: 0, to, lengthMetres: 100 })),
    edgesAt: [[0, 1, 2, 3], [0], [1], [2], [3]],
  };

  it("is divided at a crossing: 15 m past a crossing of four ways, 40 m from an event", () => {
    const density = densityAlongStreets({
      streets: cross,
      events: [{ edge: 0, at: 25, weight: 1 }],
      bandwidth: 80,
      step: 10,
    });
    // Stretches are 10 m long, so that the second is centred 15 m past the crossing.
    for (const edge of [1, 2, 3]) expect(density[edge]?.[1]).toBeCloseTo(0.00234375, 10);
  });

  it("keeps the mass of every event that no dead end cuts off", () => {
    const ring: StreetGraph = {
      edges: Array.from({ length: 8 }, (_, edge) => ({ from: edge, to: (edge + 1) % 8, lengthMetres: 50 })),
      edgesAt: Array.from({ length: 8 }, (_, node) => [(node + 7) % 8, node]),
    };
    const density = densityAlongStreets({
      streets: ring,
      events: [{ edge: 2, at: 20, weight: 3 }],
      bandwidth: 100,
      step: 1,
    });
    const mass = density.flatMap((stretches) => [...stretches]).reduce((sum, each) => sum + each, 0);
    expect(mass).toBeCloseTo(3, 3);
  });

  it("goes along the streets and not through the block between them", () => {
    // Two parallel streets that meet nowhere near.
    const apart: StreetGraph = {
      edges: [
        { from: 0, to: 1, lengthMetres: 100 },
        { from: 2, to: 3, lengthMetres: 100 },
      ],
      edgesAt: [[0], [0], [1], [1]],
    };
    const density = densityAlongStreets({
      streets: apart,
      events: [{ edge: 0, at: 50, weight: 1 }],
      bandwidth: 75,
      step: 10,
    });
    expect(Math.max(...(density[1] ?? []))).toBe(0);
  });
});

describe("hot spots", () => {
  it("are not found in the example of sixteen places, where two seem to be", () => {
    const values = [1, 0, 2, 1, 0, 6, 8, 1, 1, 7, 9, 2, 0, 1, 0, 1];
    const tested = findHotSpots({ values, neighbours: queen(4) });
    expect(tested[6]?.z).toBeCloseTo(2.196, 3);
    expect(tested[10]?.z).toBeCloseTo(2.033, 3);
    expect(tested.filter(({ hot }) => hot)).toEqual([]);
  });

  it("are found where many lie close together, and only there", () => {
    const random = sameRandom(7);
    const values = Array.from({ length: 400 }, () => Math.floor(random() * 3));
    for (const place of [189, 190, 209, 210, 211]) values[place] = 20;
    const hot = findHotSpots({ values, neighbours: queen(20) }).flatMap((each, place) =>
      each.hot ? [place] : [],
    );
    expect(hot).toContain(210);
    for (const place of hot)
      expect(Math.hypot((place % 20) - 9.5, Math.floor(place / 20) - 9.5)).toBeLessThan(4);
  });

  it("are hardly ever found where nothing but chance is", () => {
    const random = sameRandom(3);
    let found = 0;
    for (let run = 0; run < 40; run++) {
      const values = Array.from({ length: 100 }, () => Math.floor(random() * 6));
      if (findHotSpots({ values, neighbours: queen(10) }).some(({ hot }) => hot)) found += 1;
    }
    // Where all is chance, any finding is false: that happens in the given share of runs at most, here with room for luck.
    expect(found / 40).toBeLessThanOrEqual(FALSE_SHARE * 2);
  });

  it("are none where all places are alike, or there is one", () => {
    expect(findHotSpots({ values: [2, 2, 2, 2], neighbours: queen(2) })).toEqual(
      Array.from({ length: 4 }, () => ({ z: null, p: 1, hot: false })),
    );
    expect(findHotSpots({ values: [], neighbours: [] })).toEqual([]);
  });
});

/** The normal distribution function, by Zelen & Severo (26.2.17). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const terms = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = terms.reduceRight((rest, factor) => (rest + factor) * t, 0);
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
