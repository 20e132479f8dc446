/**
 * The town from its streets: ground inside the ring road and the river, and blocks as what the streets, squares and
 * parks leave of it. Nothing here has a place of its own, so a corrected street moves its blocks.
 */
import { booleanPointInPolygon, centerOfMass } from "@turf/turf";
import { type Corrections } from "../description/corrections.ts";
import type { Corner } from "../description/frame.ts";
import { LARGE_HOUSES } from "../description/buildings.ts";
import { describeGreen, type Green } from "../description/green.ts";
import { QUARTERS, RIVERSIDE_HOUSES } from "../description/quarters.ts";
import { describeSquares, type Square } from "../description/squares.ts";
import { ROAD_ROUND_TOWN } from "../description/road-round-town.ts";
import { seededRandom } from "../geometry/random.ts";
import type { Area, Surface } from "../geometry/shapes.ts";
import { smoothLine } from "../geometry/smooth-line.ts";
import { joined, pieces, shared, thickness, without } from "../geometry/surfaces.ts";
import { outline, rectangle } from "../geometry/town-frame.ts";
import type { DrawnStreet } from "./streets.ts";
import type { Shore } from "./water.ts";

export interface Town {
  ground: Surface;
  streetSpace: Surface;
  squares: { square: Square; surface: Surface }[];
  greens: { green: Green; surface: Surface }[];
  quayside: Surface;
  blocks: Block[];
}

export interface Block {
  character: "closed" | "loose";
  /** What lies behind and between the houses. */
  ground: "yard" | "garden";
  surface: Area;
}

/** Share of the closed blocks whose court is green. */
const GREEN_COURTS = 0.42;

/** What is thinner than this between streets is a kerb, not a block; metres. */
const THINNEST_BLOCK = 11;

export function drawTown(corrections: Corrections, streets: readonly DrawnStreet[], shore: Shore): Town {
  const driven = streets.filter(({ street }) => street.kind !== "path" && !street.fades);
  const streetSpace = joined(driven.flatMap(({ stretches }) => stretches.map(({ surface }) => surface)));
  const ring = driven.filter(
    ({ street }) => street.id === "erik-dahlbergsvagen" || street.id === "strandvagen",
  );
  const inside = joined([
    outline(groundOutline()),
    ...ring.flatMap(({ stretches }) => stretches.map((part) => part.surface)),
  ]);
  const ground = onLand(inside, shore, []);

  const squares = describeSquares(corrections).map((square) => ({
    square,
    surface: onLand(outline(square.corners), shore, [streetSpace]),
  }));
  const squareSurfaces = squares.map(({ surface }) => surface);
  const riverside = onLand(outline(RIVERSIDE_HOUSES), shore, [streetSpace]);
  const greens = describeGreen(corrections).map((green) => ({
    green,
    surface: onLand(outline(green.corners), shore, [streetSpace, shore.breakwater, riverside]),
  }));
  const greenSurfaces = greens.map(({ surface }) => surface);
  const quayside = onLand(shore.quayside, shore, [streetSpace, shore.breakwater, ...squareSurfaces]);
  const built = without(ground, [streetSpace, quayside, riverside, ...squareSurfaces, ...greenSurfaces]);
  const blocks = [...pieces(built), ...pieces(riverside)]
    .filter((piece) => thickness(piece) > THINNEST_BLOCK)
    .map(blockOf);
  return { ground, streetSpace, squares, greens, quayside, blocks };
}

function onLand(surface: Surface, shore: Shore, taken: readonly Surface[]): Surface {
  const dry = shared(surface, shore.land);
  const left = dry && without(dry, taken);
  if (!left) throw new Error("expected something of it on land");
  return left;
}

function blockOf(surface: Area, index: number): Block {
  const character = characterOf(surface);
  const filled = LARGE_HOUSES.some((wing) =>
    booleanPointInPolygon(centerOfMass(rectangle(...wing)), surface),
  );
  const green = character === "loose" || (!filled && seededRandom(`court ${index}`).chance(GREEN_COURTS));
  return { character, ground: green ? "garden" : "yard", surface };
}

function characterOf(block: Area): Block["character"] {
  const middle = centerOfMass(block);
  const quarter = QUARTERS.find(({ corners }) => booleanPointInPolygon(middle, outline(corners)));
  return quarter?.character ?? "closed";
}

/** Along the river's middle, the ring road, the road round Möllebacken and the pier. */
function groundOutline(): Corner[] {
  return [
    [-262, -860],
    [-230, -225],
    [-224, 0],
    [-241, 408],
    [-195, 540],
    [-151, 638],
    [-92, 784],
    ...smoothLine(ROAD_ROUND_TOWN)
      .filter(([u, v]) => (v > 0 ? u > -66 : u > -16))
      .toReversed(),
    [-14, -664],
    [-40, -700],
    [-40, -860],
  ];
}
