import { coordAll } from "@turf/turf";
import { describe, expect, it } from "vitest";
import { corrections } from "../description/corrections.ts";
import { drawPlan } from "../drawing.ts";
import { areaFinder, drawAreas } from "./areas.ts";

const areas = drawAreas();
const all = areas.flatMap(({ squares }) => squares);

describe("the release areas", () => {
  it("hold each square once", () => {
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(areas)("are of 6 to 20 squares that hang together: $id", ({ squares }) => {
    expect(squares.length).toBeGreaterThanOrEqual(6);
    expect(squares.length).toBeLessThanOrEqual(20);
    expect(spread([squares[0] as string], new Set(squares)).size).toBe(squares.length);
  });

  it("leave no hole inside the centre", () => {
    const cells = all.map(cellOf);
    const [east, north] = [0, 1].map((axis) => {
      const values = cells.map((cell) => cell[axis] as number);
      return [Math.min(...values) - 1, Math.max(...values) + 1] as const;
    }) as [readonly [number, number], readonly [number, number]];
    const open = new Set<string>();
    for (let x = east[0]; x <= east[1]; x += 1) {
      for (let y = north[0]; y <= north[1]; y += 1) open.add(`${x}_${y}`);
    }
    for (const square of all) open.delete(square);
    expect(spread([`${east[0]}_${north[0]}`], open).size).toBe(open.size);
  });

  it("cover every street, square, green, quay and block of the centre", () => {
    const areaAt = areaFinder(areas);
    const { streets, town, shore, buildings } = drawPlan(corrections);
    const centre: [string, GeoJSON.Feature][] = [
      ...streets
        .filter(({ street }) => !street.fades)
        .map(({ street, line }): [string, GeoJSON.Feature] => [street.id, line]),
      ...town.squares.map(({ square, surface }): [string, GeoJSON.Feature] => [square.id, surface]),
      ...town.greens
        .filter(({ green }) => !green.beyond)
        .map(({ green, surface }): [string, GeoJSON.Feature] => [green.kind, surface]),
      ...town.blocks.map(({ surface }): [string, GeoJSON.Feature] => ["block", surface]),
      ...buildings
        .filter(({ building }) => building.kind !== "fort")
        .map(({ building, outline }): [string, GeoJSON.Feature] => [building.id, outline]),
      ["quayside", town.quayside],
      ["quay", shore.quayEdge],
      ["breakwater", shore.breakwater],
    ];
    const outside = centre.flatMap(([id, shape]) =>
      coordAll(shape).every((spot) => areaAt(spot)) ? [] : [id],
    );
    expect(outside).toEqual([]);
  });

  it("ask for more voices at the church only", () => {
    expect(areas.filter((area) => area.protected).map(({ id }) => id)).toEqual(["kyrkan-och-kyrkogatan"]);
  });
});

function cellOf(square: string): number[] {
  return square.split("_").map(Number);
}

/** All squares of a set that can be reached from the first ones over shared sides. */
function spread(from: string[], within: ReadonlySet<string>): Set<string> {
  const reached = new Set(from);
  for (const square of reached) {
    const [x, y] = cellOf(square) as [number, number];
    for (const next of [`${x + 1}_${y}`, `${x - 1}_${y}`, `${x}_${y + 1}`, `${x}_${y - 1}`]) {
      if (within.has(next)) reached.add(next);
    }
  }
  return reached;
}
