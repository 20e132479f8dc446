import type { CheckedPoint } from "@trygg/shared/place/reference.ts";
import { describe, expect, it } from "vitest";
import { town } from "../testing/samples.ts";
import { checkPlace, placeTable } from "./check.ts";

const checked = (fields: Partial<CheckedPoint> = {}): CheckedPoint => ({
  name: "The town hall",
  at: { lng: 15, lat: 56 },
  drawn: "Rådhuset",
  certainty: "sure",
  source: "https://example.se",
  metres: 3.14,
  limit: 25,
  ok: true,
  ...fields,
});

describe("the check of a place", () => {
  it("measures every reference point of the town, and finds all near enough", () => {
    const points = checkPlace(town.place.id);
    expect(points.length).toBeGreaterThan(10);
    expect(points.filter(({ ok }) => !ok)).toEqual([]);
  });

  it("refuses a town that has no folder", () => {
    expect(() => checkPlace("atlantis")).toThrow('got "atlantis"');
  });
});

describe("the table of checked points", () => {
  it("stands in columns and counts what is too far", () => {
    const table = placeTable([
      checked(),
      checked({
        name: "A bridge",
        drawn: "Storbron",
        certainty: "fair",
        metres: Infinity,
        limit: 60,
        ok: false,
      }),
      checked({ name: "The church", drawn: "Kyrkan", metres: 130.04, ok: false }),
    ]);
    expect(table.split("\n")).toEqual([
      "name           drawn     how sure     metres  limit",
      "The town hall  Rådhuset  sure            3.1     25  ok",
      "A bridge       Storbron  fair      not drawn     60  too far",
      "The church     Kyrkan    sure          130.0     25  too far",
      "3 points, 2 too far",
    ]);
  });
});
