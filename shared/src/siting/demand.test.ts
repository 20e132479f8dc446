import { expect, it } from "vitest";
import { demandOf } from "./demand.ts";

const rounded = (figures: number[]) => figures.map((figure) => figure.toFixed(2));

it("demand is who passes times the smoothed rate, in which a place with few but afraid stands out", () => {
  const demand = demandOf([8, 8, 2, 20], [4, 40, 9, 110]);
  expect(rounded(demand)).toEqual(["4.86", "8.10", "2.03", "20.16"]);
});

it("without footfall it is the voices, drawn towards their mean", () => {
  const voices = [0, 0, 3, 21];
  const demand = demandOf(voices, null);
  const sum = (figures: number[]) => figures.reduce((all, each) => all + each, 0);
  expect(sum(demand)).toBeCloseTo(sum(voices), 9);
  expect(demand[0]).toBeGreaterThan(0);
  expect(demand[3]).toBeLessThan(21);
  expect(demand[2]).toBeGreaterThan(demand[1] ?? 0);
});
