import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metresBetween, metresToLine } from "../geo/distance.ts";
import { entriesOf, pointOfStretch, settleChoice } from "./list.ts";
import { readNetwork } from "./network.ts";
import type { NamedPlace } from "./schema.ts";
import { middleOf } from "../geo/cut.ts";
import { stretchesOf } from "./stretches.ts";
import { AT_CROSSING, NEAR, whereaboutsOf } from "./words.ts";

type Line = [number, number][];

const edge = (name: string | undefined, coordinates: Line) => ({
  properties: { street: name ?? "path", ...(name === undefined ? {} : { name }), certainty: "sure" as const },
  geometry: { type: "LineString" as const, coordinates },
});
const networkOf = (...features: ReturnType<typeof edge>[]) =>
  readNetwork({ type: "FeatureCollection", features });

/** About 124 m between neighbours on a row and 111 m between rows. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
const at = (x: number, y: number): [number, number] => [
  rounded(14.86 + x * 0.002),
  rounded(56.17 + y * 0.001),
];
const point = (x: number, y: number) => ({ lng: at(x, y)[0], lat: at(x, y)[1] });

/** One long street with a bend, crossed twice; a path without a name leaves it between the crossings. */
const network = networkOf(
  edge("Long", [at(0, 0), at(1, 0)]),
  edge("Long", [at(1, 0), at(2, 0)]),
  edge("Long", [at(3, 0), at(2, 0)]),
  edge("Long", [at(3, 0), at(4, 0), at(4, 1)]),
  edge("One", [at(1, 0), at(1, 2)]),
  edge("Other", [at(3, 0), at(3, 2)]),
  edge(undefined, [at(2, 0), at(2, 2)]),
);
const inArea = ({ lng }: { lng: number }) => (lng < 14.8655 ? "west" : "east");
const stretches = stretchesOf(network, inArea);
const park: NamedPlace = {
  id: "park",
  name: "Park",
  kind: "park",
  at: point(2, 1),
  area: "west",
  certainty: "sure",
};

describe("stretches of street", () => {
  it("run from crossing to crossing, past paths without names and edges drawn backwards", () => {
    const long = stretches.filter(({ street }) => street === "Long");
    expect(long.map(({ from, to }) => [from, to])).toEqual([
      [null, "One"],
      ["One", "Other"],
      ["Other", null],
    ]);
    expect(long[1]).toMatchObject({ id: "long-one-other", at: point(2, 0), area: "west" });
    expect(long[2]?.line).toEqual([at(3, 0), at(4, 0), at(4, 1)]);
  });

  it("keep a ring without crossings, and give each its own id", () => {
    const ring = networkOf(
      edge("Ring", [at(0, 0), at(1, 0), at(1, 1)]),
      edge("Ring", [at(1, 1), at(0, 0)]),
      edge("Ring", [at(5, 5), at(6, 5)]),
    );
    expect(stretchesOf(ring, inArea).map(({ id }) => id)).toEqual(["ring", "ring-2"]);
  });

  it("have their middle half-way along the line", () => {
    expect(middleOf([at(0, 0), at(2, 0)])).toEqual(point(1, 0));
    expect(middleOf([at(0, 0)])).toEqual(point(0, 0));
  });
});

describe("a position in words", () => {
  const words = (x: number, y: number) => whereaboutsOf(point(x, y), stretches, [park]);

  it("names the street and the crossings on either side", () => {
    expect(words(2, 0.1)).toEqual({ kind: "street", street: "Long", from: "One", to: "Other" });
    expect(words(0.2, -0.1)).toEqual({ kind: "street", street: "Long", from: null, to: "One" });
  });

  it("names the crossing where it stands in one", () => {
    expect(words(1.05, 0)).toEqual({ kind: "crossing", street: "Long", other: "One" });
  });

  it("names a place that is nearer than any street, and nothing far from everything", () => {
    expect(words(2, 0.9)).toEqual({ kind: "place", name: "Park" });
    expect(words(20, 20)).toBeNull();
    expect(whereaboutsOf(point(0, 0), [], [])).toBeNull();
  });

  const anywhere = fc.record({
    lng: fc.double({ min: 14.85, max: 14.88, noNaN: true }),
    lat: fc.double({ min: 56.16, max: 56.18, noNaN: true }),
  });

  it("never names a street while another is nearer, and is silent only far away", () => {
    fc.assert(
      fc.property(anywhere, (spot) => {
        const told = whereaboutsOf(spot, stretches, [park]);
        const metresTo = (street?: string) =>
          Math.min(
            ...stretches
              .filter((each) => street === undefined || each.street === street)
              .map(({ line }) => metresToLine(spot, line)),
          );
        const toPark = metresBetween(spot, park.at);
        const nearest = Math.min(metresTo(), toPark);
        const other = told?.kind === "crossing" ? metresTo(told.other) : 0;
        const named = told?.kind === "place" ? toPark : metresTo(told?.street);
        expect({ named: named - nearest, silent: told === null, other: other <= AT_CROSSING }).toEqual({
          named: 0,
          silent: nearest > NEAR,
          other: true,
        });
      }),
    );
  });
});

describe("choosing from the list", () => {
  const data = { places: [park], stretches };
  const settle = (area: string, street: string, place: string) => settleChoice({ area, street, place }, data);

  it("tells of the streets and then the places of an area", () => {
    expect(entriesOf(data, "west").map(({ id, stretches: own }) => [id, own.length])).toEqual([
      ["Long", 2],
      ["One", 1],
      ["park", 0],
    ]);
    expect(entriesOf(data, "nowhere")).toEqual([]);
  });

  it("asks for a stretch only where there are several", () => {
    expect(settle("west", "Long", "")).toEqual({ area: "west", street: "Long", place: "" });
    expect(settle("west", "One", "").place).toBe("one-long");
    expect(settle("west", "park", "").place).toBe("park");
  });

  it("drops what belongs to an area or street chosen before", () => {
    expect(settle("east", "One", "one-long")).toEqual({ area: "east", street: "", place: "" });
    expect(settle("west", "Long", "one-long").place).toBe("");
    expect(settle("west", "park", "long-one-other").place).toBe("park");
  });

  it("comes to nothing but a place of its area, whatever was sent, and settles only once", () => {
    const id = fc.constantFrom(
      "",
      "west",
      "east",
      "Long",
      "One",
      "Other",
      "park",
      ...stretches.map((s) => s.id),
    );
    fc.assert(
      fc.property(id, id, id, (area, street, place) => {
        const settled = settle(area, street, place);
        expect(settleChoice(settled, data)).toEqual(settled);
        const chosen = [...stretches, park].find((each) => each.id === settled.place);
        expect(settled.place === "" || chosen?.area === area).toBe(true);
      }),
    );
  });

  it("makes a stretch its middle, and a place no point of its own", () => {
    expect(pointOfStretch("long-one-other", stretches)).toEqual(point(2, 0));
    expect(pointOfStretch("park", stretches)).toBeNull();
  });
});
