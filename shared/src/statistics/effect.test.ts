import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countRatio } from "./count-ratio.ts";
import { displacementDifference, displacementQuotient, totalNetEffect } from "./displacement.ts";
import { overdispersion } from "./overdispersion.ts";
import { eventsFor, smallestRatio } from "./power.ts";
import { sameRandom } from "./random.ts";
import { regressionToMean, spreadOf } from "./regression-to-mean.ts";

const digits = (values: (number | undefined)[], count: number) => values.map((each) => each?.toFixed(count));

/** The worked example: what was done, round it, and the controls of both. */
const worked = {
  treated: { before: 44, after: 29 },
  buffer: { before: 52, after: 49 },
  control: { before: 96, after: 101 },
  bufferControl: { before: 50, after: 52 },
};

const cells = fc.record({
  before: fc.integer({ min: 1, max: 5000 }),
  after: fc.integer({ min: 1, max: 5000 }),
});

describe("the ratio of counts", () => {
  it("has the figures of the worked example", () => {
    const found = countRatio(worked.treated, worked.control);
    expect(found?.ratio.toFixed(4)).toBe("0.6265");
    expect(digits([found?.low, found?.high, found?.p], 3)).toEqual(["0.363", "1.081", "0.093"]);
  });

  it("has those of a place that is its own control by daylight", () => {
    const [dark, day] = [
      { before: 40, after: 18 },
      { before: 25, after: 24 },
    ];
    const found = countRatio(dark, day);
    expect(digits([found?.ratio, found?.low, found?.high], 3)).toEqual(["0.469", "0.213", "1.032"]);
  });

  it.each([0, 1, 2, 3])("is not estimable where count %i of four is nought", (place) => {
    const counts = [5, 6, 7, 8];
    counts[place] = 0;
    const [a = 0, b = 0, c = 0, d = 0] = counts;
    expect(countRatio({ before: a, after: b }, { before: c, after: d })).toBeNull();
  });

  it("is widened by overdispersion, by t where that was estimated, and never narrowed", () => {
    const plain = countRatio(worked.treated, worked.control);
    expect(countRatio(worked.treated, worked.control, { phi: 0.4, df: 3 })).toEqual(plain);
    const wide = countRatio(worked.treated, worked.control, { phi: 4, df: Infinity });
    const error = Math.sqrt(1 / 44 + 1 / 29 + 1 / 96 + 1 / 101);
    expect(Math.log((wide?.high ?? 0) / (wide?.ratio ?? 0))).toBeCloseTo(2 * 1.959964 * error, 6);
    const few = countRatio(worked.treated, worked.control, { phi: 4, df: 10 });
    // Student's t at 10 degrees of freedom: 2.2281.
    expect(Math.log((few?.high ?? 0) / (few?.ratio ?? 0))).toBeCloseTo(2 * 2.228139 * error, 6);
  });

  it("turns over with treated and control, and holds 1 exactly where chance alone could give it", () => {
    fc.assert(
      fc.property(cells, cells, (treated, control) => {
        const [there, back] = [countRatio(treated, control), countRatio(control, treated)];
        if (!there || !back) throw new Error("no count is nought");
        expect(there.ratio * back.ratio).toBeCloseTo(1, 9);
        expect(Math.abs(there.low * back.high - 1)).toBeLessThan(1e-9);
        expect(there.low < 1 && there.high > 1).toBe(there.p > 0.05);
      }),
    );
  });

  it("misses the truth in about one of twenty simulated comparisons", () => {
    const random = sameRandom(5);
    let missed = 0;
    for (let run = 0; run < 2000; run++) {
      const draw = (mean: number) => poisson(mean, random);
      const found = countRatio({ before: draw(40), after: draw(28) }, { before: draw(90), after: draw(90) });
      if (found && (found.low > 0.7 || found.high < 0.7)) missed += 1;
    }
    expect(missed / 2000).toBeGreaterThan(0.035);
    expect(missed / 2000).toBeLessThan(0.065);
  });
});

describe("overdispersion", () => {
  const random = sameRandom(11);
  const panel = (spread: number) => {
    const place = (level: number) =>
      Array.from({ length: 24 }, (_, month) => {
        // A gamma-like factor of the given spread: two uniform draws are enough for a test.
        const shake = 1 + spread * (random() + random() - 1);
        return poisson(level * (1 + 0.4 * Math.cos(month / 2)) * shake, random);
      });
    return { treated: place(20), controls: [place(25), place(30), place(15)], before: 12 };
  };

  it("is about one where only chance is, and well above where counts vary more", () => {
    const of = (spread: number) =>
      Array.from({ length: 40 }, () => overdispersion(panel(spread))?.phi ?? 0).reduce((a, b) => a + b, 0) /
      40;
    expect(of(0)).toBeGreaterThan(0.93);
    expect(of(0)).toBeLessThan(1.07);
    expect(of(1)).toBeGreaterThan(2);
  });

  it("is that of a fit by hand: two places, four months", () => {
    // Before: 10 of 40 in all, 25 %; after: 5 of 25, 20 %. Fitted 5, 5 | 3, 2 beside 15, 15 | 12, 8.
    const found = overdispersion({ treated: [6, 4, 3, 2], controls: [[14, 16, 12, 8]], before: 2 });
    expect(found?.df).toBe(2);
    expect(found?.phi).toBeCloseTo((1 / 5 + 1 / 5 + 1 / 15 + 1 / 15) / 2, 12);
  });

  it("is that of the whole model, fitted by reweighted least squares: four places, seven months", () => {
    const controls = [
      [14, 16, 12, 8, 9, 11, 7],
      [3, 5, 2, 0, 4, 6, 1],
      [20, 18, 25, 22, 17, 30, 19],
    ];
    const found = overdispersion({ treated: [6, 4, 9, 3, 2, 5, 1], controls, before: 4 });
    expect(found).toEqual({ phi: expect.closeTo(0.9674957862, 9), df: 17 });
  });

  it("keeps the sums of places, months and treated months that a Poisson fit must keep: X² is nought for them", () => {
    const months = [2, 3, 4, 1];
    expect(
      overdispersion({
        treated: months.map((month, index) => month * (index < 2 ? 5 : 3)),
        controls: [months.map((month) => month * 7), months.map((month) => month * 2)],
        before: 2,
      }),
    ).toEqual({ phi: expect.closeTo(0, 9), df: 5 });
  });

  it.each([
    ["one month on either side", { treated: [3, 4], controls: [[5, 6]], before: 1 }],
    ["no control that counted anything", { treated: [3, 4, 5, 6], controls: [[0, 0, 0, 0]], before: 2 }],
    ["no month after", { treated: [3, 4, 5], controls: [[5, 6, 7]], before: 3 }],
  ])("cannot be told from %s", (_, given) => {
    expect(overdispersion(given)).toBeNull();
  });
});

describe("displacement", () => {
  it("has the figures of the worked example", () => {
    expect(displacementQuotient(worked)?.toFixed(3)).toBe("0.330");
    expect(totalNetEffect(worked)?.toFixed(1)).toBe("23.0");
    const { estimate, error, low, high } = displacementDifference(worked);
    expect(digits([estimate, error, low, high], 1)).toEqual(["-25.0", "21.7", "-67.6", "17.6"]);
  });

  it("is −1 where all that was gained moved next door", () => {
    const zones = {
      treated: { before: 100, after: 50 },
      buffer: { before: 100, after: 150 },
      control: { before: 100, after: 100 },
    };
    expect(displacementQuotient(zones)).toBe(-1);
    expect(totalNetEffect(zones)).toBe(0);
  });

  it("has no quotient where nothing was gained, or where there is nothing to hold it against", () => {
    const zones = { ...worked, treated: { before: 29, after: 44 } };
    expect(displacementQuotient(zones)).toBeNull();
    const nothing = { ...worked, control: { before: 0, after: 3 } };
    expect([displacementQuotient(nothing), totalNetEffect(nothing)]).toEqual([null, null]);
  });

  it("has the published difference of Wheeler and Ratcliffe, with weights for size too", () => {
    const zones = {
      control: { before: 308, after: 318 },
      treated: { before: 207, after: 110 },
      bufferControl: { before: 150, after: 140 },
      buffer: { before: 178, after: 157 },
    };
    const found = displacementDifference(zones);
    expect([found.estimate, found.variance]).toEqual([-118, 1568]);
    expect(digits([found.z], 2)).toEqual(["-2.98"]);
    expect(digits([found.low, found.high], 0)).toEqual(["-196", "-40"]);
    const sized = displacementDifference({
      control: { ...zones.control, size: 0.9 },
      treated: { ...zones.treated, size: 1.2 },
      bufferControl: { ...zones.bufferControl, size: 1.6 },
      buffer: { ...zones.buffer, size: 1.5 },
    });
    expect(digits([sized.estimate, sized.error], 3)).toEqual(["-99.694", "35.428"]);
  });

  it("is nought, however many there are, where all changed alike", () => {
    fc.assert(
      fc.property(cells, (same) => {
        const zones = { treated: same, control: same, buffer: same, bufferControl: same };
        expect(displacementDifference(zones).estimate).toBe(0);
        expect(totalNetEffect(zones)).toBeCloseTo(0, 6);
      }),
    );
  });
});

describe("what can be seen", () => {
  it.each([
    [10, "0.216"],
    [30, "0.412"],
    [50, "0.503"],
    [100, "0.616"],
    [300, "0.756"],
  ])("with n = %i, n, 2n and 2n is the ratio %s", (n, expected) => {
    expect(smallestRatio([n, n, 2 * n, 2 * n])?.toFixed(3)).toBe(expected);
  });

  it.each([
    [0.1, 2828],
    [0.14, 1380],
    [0.2, 631],
  ])("for a drop of %d needs %i events in each of four", (drop, expected) => {
    expect(Math.round(eventsFor(drop))).toBe(expected);
    expect(smallestRatio(Array.from({ length: 4 }, () => eventsFor(drop)))).toBeCloseTo(1 - drop, 12);
  });

  it("is nothing where a count is nought", () => {
    expect(smallestRatio([4, 0, 9, 9])).toBeNull();
  });
});

describe("regression to the mean", () => {
  it("is that of the worked example: 2.8 of a fall from 24 are chance", () => {
    const { expected, artefact } = regressionToMean({ count: 24, mean: 5, years: 2, spread: 0.4 });
    expect(digits([expected, artefact], 1)).toEqual(["21.2", "2.8"]);
  });

  it("takes the mean alone where places do not differ, and the count alone as they differ without end", () => {
    expect(regressionToMean({ count: 24, mean: 5, years: 2, spread: 0 }).expected).toBe(10);
    expect(regressionToMean({ count: 24, mean: 5, years: 2, spread: 1e9 }).expected).toBeCloseTo(24, 6);
  });

  it("lies between the two", () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (count, mean, spread) => {
          const { expected } = regressionToMean({ count, mean, years: 1, spread });
          expect(expected).toBeGreaterThanOrEqual(Math.min(count, mean) - 1e-9);
          expect(expected).toBeLessThanOrEqual(Math.max(count, mean) + 1e-9);
        },
      ),
    );
  });

  it("has a spread of nought for counts that differ by no more than chance, or for one place", () => {
    expect([spreadOf([10, 10, 10]), spreadOf([7]), spreadOf([0, 0])]).toEqual([0, 0, 0]);
    // Mean 20, variance 200: (200 − 20)/400.
    expect(spreadOf([10, 30])).toBeCloseTo(0.45, 12);
  });
});

/** A Poisson draw (Knuth). */
function poisson(mean: number, random: () => number): number {
  let count = 0;
  for (let left = Math.exp(-mean), product = random(); product > left; product *= random()) count += 1;
  return count;
}
