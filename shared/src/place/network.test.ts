import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Network,
  crossingsOf,
  isConnected,
  nearestGoals,
  nearestNode,
  networkFile,
  readNetwork,
  shortestPath,
} from "./network.ts";

/** Edges between the points of a grid 100 m wide, told as `from > to: name`. */
function network(...edges: string[]): Network {
  const spots: Record<string, [number, number]> = {
    a: [15, 56],
    b: [15.0016, 56],
    c: [15.0032, 56],
    d: [15.0016, 56.0009],
    e: [15.0032, 56.0009],
    far: [15.01, 56.01],
    further: [15.02, 56.01],
  };
  return readNetwork(
    networkFile.parse({
      type: "FeatureCollection",
      features: edges.map((edge) => {
        const [, from = "", to = "", name] = /^(\w+) > (\w+)(?:: (.+))?$/.exec(edge) ?? [];
        return {
          type: "Feature",
          properties: { street: name ?? "path", ...(name ? { name } : {}), certainty: "fair" },
          geometry: { type: "LineString", coordinates: [spots[from], spots[to]] },
        };
      }),
    }),
  );
}

const town = network("a > b: Storgatan", "b > c: Storgatan", "d > b: Ågatan", "d > e", "c > e: Ågatan");

describe("the walkable network", () => {
  it("joins edges whose ends are the same numbers", () => {
    expect(town.nodes).toHaveLength(5);
    expect(town.edgesAt[1]).toEqual([0, 1, 2]);
    expect(town.edges[0]?.lengthMetres).toBeCloseTo(99.6, 0);
  });

  it("tells from every node which goal is the nearest on foot", () => {
    const [b, e] = [town.nodes[1], town.nodes[4]];
    if (!b || !e) throw new Error("expected the nodes of the grid");
    const reached = nearestGoals(town, [b, e]);
    expect(reached.map((each) => each?.goal)).toEqual([0, 0, 0, 1, 1]);
    expect(reached.map((each) => Math.round(each?.metres ?? -1))).toEqual([100, 0, 100, 100, 0]);
    const lonely = network("a > b", "far > further");
    expect(nearestGoals(lonely, [b]).map((each) => each?.goal)).toEqual([0, 0, undefined, undefined]);
  });

  it("names each crossing of two streets, in the order in which the streets are told", () => {
    expect(crossingsOf(town).map(({ id, name, certainty }) => [id, name, certainty])).toEqual([
      ["storgatan-agatan", "Storgatan / Ågatan", "fair"],
      ["storgatan-agatan-2", "Storgatan / Ågatan", "fair"],
    ]);
    expect(crossingsOf(network("a > b: Storgatan", "b > c"))).toEqual([]);
  });

  it("finds the nearest node", () => {
    expect(nearestNode(town, { lng: 15.0015, lat: 56.0008 })).toBe(3);
    expect(nearestNode(network(), { lng: 15, lat: 56 })).toBeUndefined();
  });

  it("finds the shortest way, and none where there is none", () => {
    expect(shortestPath(town, 0, 3)?.edges).toEqual([0, 2]);
    expect(shortestPath(town, 4, 0)?.edges).toHaveLength(3);
    expect(shortestPath(town, 2, 2)).toEqual({ lengthMetres: 0, edges: [] });
    expect(shortestPath(network("a > b", "far > further"), 0, 2)).toBeUndefined();
  });

  it("finds no way that is longer than any other way between the same nodes", () => {
    const names = ["a", "b", "c", "d", "e"] as const;
    const someEdges = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(someEdges, (ends) => {
        const drawn = network(...ends.map(([from, to]) => `${from} > ${to}`));
        const metres = drawn.nodes.map((_, to) => shortestPath(drawn, 0, to)?.lengthMetres ?? Infinity);
        for (const { from, to, lengthMetres } of drawn.edges)
          expect(Math.abs((metres[from] ?? 0) - (metres[to] ?? 0)) || 0).toBeLessThanOrEqual(
            lengthMetres + 1e-6,
          );
        expect(metres.every(Number.isFinite)).toBe(isConnected(drawn));
      }),
    );
  });

  it("knows whether it hangs together", () => {
    expect(isConnected(town)).toBe(true);
    expect(isConnected(network("a > b", "far > further"))).toBe(false);
  });
});
