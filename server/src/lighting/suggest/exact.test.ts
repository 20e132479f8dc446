import { boundOf } from "@trygg/shared/siting/bound.ts";
import { type SitingCase, budgetOf, costIn } from "@trygg/shared/siting/case.ts";
import { choose } from "@trygg/shared/siting/choose.ts";
import { valueOf } from "@trygg/shared/siting/coverage.ts";
import fc from "fast-check";
import { expect, it } from "vitest";
import { MOST_PAIRS, chooseExactly } from "./exact.ts";

const all = [0, 1, 2, 3];
const street: SitingCase = {
  demand: { weight: [6, 2, 9, 3], light: [1, 3, 0.5, 2], wanted: [5, 5, 5, 5] },
  options: [
    { pole: 0, cost: 20, points: all, lux: [3, 1, 0, 0] },
    { pole: 1, cost: 30, points: all, lux: [0, 1, 4, 1] },
    { pole: 2, cost: 22, points: all, lux: [2, 0, 2, 2] },
    { pole: 3, cost: 12, points: all, lux: [0, 0, 1, 3] },
  ],
  budget: { kronor: 50 },
  pinned: [],
};

const valueOfPlaces = ({ demand, options }: SitingCase, chosen: readonly number[]) =>
  valueOf(
    demand,
    chosen.flatMap((index) => options[index] ?? []),
  );

it("finds the best: 61 for a budget where one by one gives 48, and 16 where it gives 13", async () => {
  expect(await chooseExactly(street)).toEqual([0, 1]);
  expect(valueOfPlaces(street, [0, 1])).toBe(61);
  const covering: SitingCase = {
    demand: { weight: [3, 3, 4, 2, 1, 3], light: [0, 0, 0, 0, 0, 0], wanted: [1, 1, 1, 1, 1, 1] },
    options: [
      [0, 1, 2],
      [0, 1, 3, 4],
      [2, 5],
    ].map((points, pole) => ({ pole, cost: 1, points, lux: points.map(() => 1) })),
    budget: { count: 2 },
    pinned: [],
  };
  expect(await chooseExactly(covering)).toEqual([1, 2]);
});

it("keeps what is pinned, and takes at most one option of a pole", async () => {
  expect(await chooseExactly({ ...street, pinned: [3] })).toContain(3);
  const options = street.options.map((option) => ({ ...option, pole: 1 }));
  expect(await chooseExactly({ ...street, options })).toEqual([1]);
});

it("does not try what is too large, nor what nobody needs", async () => {
  const points = Array.from({ length: MOST_PAIRS + 1 }, (_, point) => point);
  const ones = points.map(() => 1);
  const large: SitingCase = {
    demand: { weight: ones, light: points.map(() => 0), wanted: ones },
    options: [{ pole: 0, cost: 1, points, lux: ones }],
    budget: { count: 1 },
    pinned: [],
  };
  expect(await chooseExactly(large)).toBeNull();
  expect(await chooseExactly({ ...street, demand: { ...street.demand, wanted: [0, 0, 0, 0] } })).toBeNull();
});

const upTo = (max: number) => fc.integer({ min: 0, max });
const quarters = upTo(20).map((whole) => whole / 4);

it("is the best of all choices in every small case: one by one ≤ exact ≤ bound", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(upTo(9), upTo(3), upTo(9)), { minLength: 1, maxLength: 5 }),
      fc.array(
        fc.tuple(upTo(4), fc.integer({ min: 1, max: 9 }), fc.array(quarters, { minLength: 5, maxLength: 5 })),
        { minLength: 1, maxLength: 7 },
      ),
      fc.oneof(
        upTo(25).map((kronor) => ({ kronor })),
        upTo(4).map((count) => ({ count })),
      ),
      async (points, choices, budget) => {
        const places = points.map((_, point) => point);
        const problem: SitingCase = {
          demand: {
            weight: points.map(([weight]) => weight),
            light: points.map(([, light]) => light),
            wanted: points.map(([, , wanted]) => wanted),
          },
          options: choices.map(([pole, cost, lux]) => ({
            pole,
            cost,
            points: places,
            lux: lux.slice(0, places.length),
          })),
          budget,
          pinned: [],
        };
        const best = Math.max(...allowed(problem).map((chosen) => valueOfPlaces(problem, chosen)));
        const lazy = choose(problem);
        const exact = await chooseExactly(problem);
        // Where nothing is needed, there is nothing to solve.
        expect(exact === null).toBe(isIdle(problem));
        expect(allowed(problem)).toContainEqual(exact ?? []);
        expect(valueOfPlaces(problem, exact ?? [])).toBeCloseTo(best, 5);
        expect(lazy.value).toBeLessThanOrEqual(best + 1e-9);
        expect(best).toBeLessThanOrEqual(boundOf(problem, lazy.chosen) + 1e-9);
      },
    ),
    { numRuns: 150 },
  );
});

const isIdle = ({ demand, options }: SitingCase) => options.every((each) => valueOf(demand, [each]) === 0);

function allowed({ options, budget }: SitingCase): number[][] {
  return Array.from({ length: 2 ** options.length }, (_, mask) =>
    options.flatMap((_option, index) => (mask & (1 << index) ? [index] : [])),
  ).filter((chosen) => {
    const taken = chosen.flatMap((index) => options[index] ?? []);
    const cost = taken.reduce((sum, option) => sum + costIn(budget, option), 0);
    return cost <= budgetOf(budget) && new Set(taken.map(({ pole }) => pole)).size === taken.length;
  });
}
