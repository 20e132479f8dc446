/** Trees: rows where a square is lined, scattered elsewhere from a fixed seed. */
import { area, booleanPointInPolygon, multiPoint } from "@turf/turf";
import type { Spot } from "../description/frame.ts";
import { type Random, seededRandom } from "../geometry/random.ts";
import type { Surface } from "../geometry/shapes.ts";
import { grown, mayTouch, pieces } from "../geometry/surfaces.ts";
import { extentInFrame, toDegrees } from "../geometry/town-frame.ts";
import type { Houses } from "./houses.ts";
import type { Town } from "./town.ts";

/** Crowns by size, small to large. */
export type Trees = GeoJSON.Feature<GeoJSON.MultiPoint>[];

interface Tree {
  at: Spot;
  size: 0 | 1 | 2;
}

/** Metres between trees that stand in a row, and from its edge of the square. */
const ROW = { step: 12.5, inset: 4.2 };

/** Metres between scattered trees, at least, and from the edge of their green. */
const ROOM = 5.5;
const EDGE = 2.6;

/** How many trees stand in a group, and how far from a neighbour then, in metres. */
const GROUPED = 0.45;
const GROUP = [6, 17] as const;

export function drawTrees(town: Town, gardens: Houses["gardens"], kept: readonly Surface[]): Trees {
  const inParks = town.greens.flatMap(({ green, surface }, index) =>
    scattered(`green ${index}`, surface, green.trees, kept, [1, 2]),
  );
  const inGardens = gardens.flatMap((garden, index) =>
    scattered(`garden ${index}`, garden, 2.2, kept, [0, 1]),
  );
  const inRows = town.squares.flatMap(({ square, surface }) => (square.lined ? rows(surface) : []));
  const all = [...inRows, ...inParks, ...inGardens];
  return [0, 1, 2].map((size) =>
    multiPoint(all.filter((tree) => tree.size === size).map(({ at }) => toDegrees(at))),
  );
}

function rows(square: Surface): Tree[] {
  const { uLow: west, uHigh: east, vLow: south, vHigh: north } = extentInFrame(square);
  const count = Math.floor((north - south - 2 * ROW.inset) / ROW.step);
  return Array.from({ length: count }, (_, index) => south + ROW.inset + (index + 0.7) * ROW.step).flatMap(
    (v) => [west + ROW.inset, east - ROW.inset].map((u): Tree => ({ at: [u, v], size: 1 })),
  );
}

function scattered(
  seed: string,
  surface: Surface,
  perThousand: number,
  kept: readonly Surface[],
  sizes: readonly [0 | 1, 1 | 2],
): Tree[] {
  const random = seededRandom(seed);
  return pieces(grown(surface, -EDGE)).flatMap((piece) => {
    const inWay = kept.filter((building) => mayTouch(building, piece));
    const wanted = (area(piece) / 1000) * perThousand;
    const trees: Tree[] = [];
    for (let tries = 0; trees.length < wanted && tries < wanted * 9; tries += 1) {
      const at = somewhere(piece, trees, random);
      const spot = toDegrees(at);
      const free =
        trees.every((tree) => Math.hypot(tree.at[0] - at[0], tree.at[1] - at[1]) > ROOM) &&
        booleanPointInPolygon(spot, piece) &&
        inWay.every((building) => !booleanPointInPolygon(spot, building));
      if (free) trees.push({ at, size: random.chance(0.45) ? sizes[1] : sizes[0] });
    }
    return trees;
  });
}

/** Near a tree that stands already, so that groups and clearings form, or anywhere. */
function somewhere(piece: Surface, trees: readonly Tree[], random: Random): Spot {
  const neighbour = trees[Math.floor(random.between(0, trees.length))];
  if (neighbour && random.chance(GROUPED)) {
    const [angle, away] = [random.between(0, 2 * Math.PI), random.between(...GROUP)];
    return [neighbour.at[0] + away * Math.cos(angle), neighbour.at[1] + away * Math.sin(angle)];
  }
  const { uLow, uHigh, vLow, vHigh } = extentInFrame(piece);
  return [random.between(uLow, uHigh), random.between(vLow, vHigh)];
}
