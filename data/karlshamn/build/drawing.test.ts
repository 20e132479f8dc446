import { area } from "@turf/turf";
import { metresBetween } from "@trygg/shared/geo/distance.ts";
import { isConnected, networkFile, readNetwork } from "@trygg/shared/place/network.ts";
import { describe, expect, it } from "vitest";
import { BRIDGES } from "./description/bridges.ts";
import { corrections } from "./description/corrections.ts";
import { drawNetwork } from "./draw/network.ts";
import { drawPlan, type Plan } from "./drawing.ts";
import type { Surface } from "./geometry/shapes.ts";
import { mayTouch, pieces, shared } from "./geometry/surfaces.ts";

const settled = drawPlan(corrections);

/** The other reading of the square: it reaches to Drottninggatan, and Prinsgatan stops at it. */
const wideSquare = drawPlan({ ...corrections, stortorgetWest: -86 });

describe.each<[string, Plan]>([
  ["as settled", settled],
  ["with the square as wide as Drottninggatan", wideSquare],
  ["with Prinsgatan moved", drawPlan({ ...corrections, prinsgatan: -41 })],
])("the drawing %s", (_, drawing) => {
  const { shore, streets, town, buildings } = drawing;

  it("keeps streets out of the water, bridges excepted", () => {
    const carried = new Set(BRIDGES.map(({ street }) => street));
    for (const { street, stretches } of streets) {
      if (carried.has(street.id)) continue;
      for (const { surface } of stretches) {
        expect(sharedSize(surface, shore.water), `${street.id} in the water, m²`).toBeLessThan(1);
      }
    }
  });

  it("keeps blocks and buildings out of the water", () => {
    for (const surface of [...town.blocks, ...buildings.map(({ outline }) => ({ surface: outline }))]) {
      expect(sharedSize(surface.surface, shore.water)).toBeLessThan(1);
    }
  });

  it("runs no street through a building that people know", () => {
    for (const { building, outline } of buildings) {
      for (const { street, stretches } of streets) {
        for (const { surface } of stretches) {
          // The church's turned corners stand a step out in the street, as told of one of them.
          expect(sharedSize(surface, outline), `${street.id} through ${building.id}, m²`).toBeLessThan(3);
        }
      }
    }
  });

  it("lets no block reach into a street or square", () => {
    for (const { surface } of town.blocks) {
      for (const open of [town.streetSpace, ...town.squares.map((square) => square.surface)]) {
        expect(sharedSize(surface, open)).toBeLessThan(1);
      }
    }
  });
});

describe("the square's west edge", () => {
  it("takes Asschierska huset, the trees and the street with it", () => {
    const [before, after] = [settled, wideSquare].map((drawing) => ({
      house: drawing.buildings.find(({ building }) => building.id === "asschierska-huset")?.outline,
      square: drawing.town.squares[0]?.surface,
      prinsgatan: drawing.streets.filter(({ street }) => street.name === "Prinsgatan").length,
    }));
    expect(before?.prinsgatan).toBe(1);
    expect(after?.prinsgatan).toBe(2);
    expect(after?.house?.geometry).not.toEqual(before?.house?.geometry);
    expect(area(after?.square as GeoJSON.Feature) / area(before?.square as GeoJSON.Feature)).toBeCloseTo(
      113 / 54,
      1,
    );
  });
});

describe("the walkable network", () => {
  const drawn = { type: "FeatureCollection", features: drawNetwork(settled.streets, settled.shore.water) };
  const network = readNetwork(networkFile.parse(drawn));

  it("hangs together: every node can be reached from every other", () => {
    expect(isConnected(network)).toBe(true);
  });

  it("joins exactly: ends that nearly meet are the same numbers", () => {
    network.nodes.forEach((node, index) => {
      for (const other of network.nodes.slice(index + 1)) {
        expect(metresBetween(node, other), `${index} and another`).toBeGreaterThan(1.4);
      }
    });
  });

  it("meets at every crossing of two streets in the grid", () => {
    const streets = settled.streets.filter(({ street }) => street.kind === "street" && street.name);
    expect(streets.length).toBeGreaterThan(10);
    expect(network.edgesAt.filter((edges) => edges.length === 4).length).toBeGreaterThan(25);
  });
});

function sharedSize(one: Surface, other: Surface): number {
  if (!mayTouch(one, other)) return 0;
  return pieces(shared(one, other)).reduce((sum, part) => sum + area(part), 0);
}
