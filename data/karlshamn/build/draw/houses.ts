/**
 * Houses, drawn freely: nobody measured them. Lots follow each side of a block from a fixed seed, so that streets
 * read as walls with a few gates, as they do in the town; courts keep sheds and trees.
 */
import { area, booleanPointInPolygon, multiLineString, multiPolygon } from "@turf/turf";
import type { Spot } from "../description/frame.ts";
import { LARGE_HOUSES } from "../description/buildings.ts";
import { type Random, seededRandom } from "../geometry/random.ts";
import type { Area, Position, Surface } from "../geometry/shapes.ts";
import { grown, mayTouch, pieces, shared, without } from "../geometry/surfaces.ts";
import { ridgeOf } from "./buildings.ts";
import { extentInFrame, outline, rectangle, toDegrees, toFrame } from "../geometry/town-frame.ts";
import type { Block } from "./town.ts";

export interface Houses {
  /** Roofs by tone, 0 to 3, so that neighbours differ. */
  tones: GeoJSON.Feature<GeoJSON.MultiPolygon>[];
  ridges: GeoJSON.Feature<GeoJSON.MultiLineString>;
  /** What is left of each block that is green, for trees. */
  gardens: Surface[];
}

interface House {
  surface: Area;
  tone: number;
  ridge?: readonly [Spot, Spot];
}

/** Metres; how the two kinds of block are built up. */
type Range = readonly [low: number, high: number];
interface Manner {
  front: Range;
  depth: Range;
  setback: Range;
  gap: Range;
  /** How often a gap follows a house. */
  gateShare: number;
  /** From the street to the court. */
  court: number;
}
const BUILD: Record<Block["character"], Manner> = {
  closed: { front: [12, 24], depth: [10, 14], setback: [0, 0], gap: [2.5, 5], gateShare: 0.13, court: 13 },
  loose: { front: [9, 14], depth: [8, 11], setback: [2.5, 5], gap: [5, 11], gateShare: 0.85, court: 3 },
};

const SMALLEST_HOUSE = 45;

export function drawHouses(blocks: readonly Block[], standing: readonly Area[]): Houses {
  const large = LARGE_HOUSES.map((wing) => rectangle(...wing));
  const kept = [...standing, ...large].flatMap((building) => grown(building, 2.5) ?? []);
  const houses: House[] = LARGE_HOUSES.map((wing, index): House => ({
    surface: rectangle(...wing),
    tone: index % 2 === 0 ? 1 : 3,
    ridge: ridgeOf(wing),
  }));
  const gardens: Surface[] = [];
  blocks.forEach((block, index) => {
    const random = seededRandom(`block ${index}`);
    const inWay = kept.filter((building) => mayTouch(building, block.surface));
    const free = without(block.surface, inWay);
    if (!free) return;
    const fronts = lotsAlong(block, free, random);
    const court = grown(block.surface, -BUILD[block.character].court);
    const yard = court && without(court, [...inWay, ...fronts.map(({ surface }) => surface)]);
    houses.push(...fronts, ...(block.character === "closed" ? shedsIn(yard, random) : []));
    if (yard && block.ground === "garden") gardens.push(yard);
  });
  return {
    tones: [0, 1, 2, 3].map((tone) =>
      multiPolygon(
        houses.filter((house) => house.tone === tone).map(({ surface }) => surface.geometry.coordinates),
      ),
    ),
    ridges: multiLineString(houses.flatMap(({ ridge }) => (ridge ? [ridge.map(toDegrees)] : []))),
    gardens,
  };
}

function lotsAlong(block: Block, free: Surface, random: Random): House[] {
  const build = BUILD[block.character];
  const placed: House[] = [];
  const tone = toneChooser(random);
  for (const { from, along, inward, length } of sidesOf(block.surface)) {
    let start = random.between(0, block.character === "loose" ? 6 : 0.5);
    while (start < length - 6) {
      const width = Math.min(random.between(...build.front), length - start);
      const depth = random.between(...build.depth);
      const back = random.between(...build.setback);
      const at = (forward: number, in_: number): Spot => [
        from[0] + along[0] * forward + inward[0] * in_,
        from[1] + along[1] * forward + inward[1] * in_,
      ];
      const lot = outline([
        at(start, back),
        at(start + width, back),
        at(start + width, back + depth),
        at(start, back + depth),
      ]);
      const whole = area(lot);
      const house = biggestLeft(lot, free, placed);
      if (house && area(house) > Math.max(SMALLEST_HOUSE, block.character === "loose" ? whole * 0.97 : 0)) {
        const untouched = area(house) > whole * 0.98;
        const middle = back + depth / 2;
        placed.push({
          surface: house,
          tone: tone(),
          ...(untouched ? { ridge: [at(start + 0.4, middle), at(start + width - 0.4, middle)] } : {}),
        });
      }
      start += width + (random.chance(build.gateShare) ? random.between(...build.gap) : 0);
    }
  }
  return placed;
}

function biggestLeft(lot: Area, free: Surface, placed: readonly House[]): Area | undefined {
  const inside = shared(lot, free);
  const neighbours = placed.map(({ surface }) => surface).filter((surface) => mayTouch(surface, lot));
  return pieces(inside && without(inside, neighbours))[0];
}

function shedsIn(yard: Surface | undefined, random: Random): House[] {
  const sheds: House[] = [];
  for (const piece of pieces(yard).slice(0, 1)) {
    const { uLow, uHigh, vLow, vHigh } = extentInFrame(piece);
    const tries = Math.round(area(piece) / 420);
    for (let count = 0; count < tries; count += 1) {
      const [u, v] = [random.between(uLow, uHigh), random.between(vLow, vHigh)];
      const [wide, long] = random.chance(0.5) ? [5, 9] : [8, 5];
      const shed = rectangle(u, u + wide, v, v + long);
      const fits = shed.geometry.coordinates[0]?.every((corner) => booleanPointInPolygon(corner, piece));
      const clear = sheds.every((other) => !mayTouch(other.surface, shed));
      if (fits && clear) sheds.push({ surface: shed, tone: 3 });
    }
  }
  return sheds;
}

/** Never the same tone twice in a row. */
function toneChooser(random: Random): () => number {
  let last = 0;
  return () => {
    last = (last + 1 + Math.floor(random.between(0, 3))) % 4;
    return last;
  };
}

interface Side {
  from: Spot;
  along: Spot;
  inward: Spot;
  length: number;
}

/** The sides of a block long enough for a house, longest first so that corners belong to the longer front. */
function sidesOf(block: Area): Side[] {
  const ring = (block.geometry.coordinates[0] as Position[]).map(toFrame);
  const turning =
    ring.slice(1).reduce((sum, to, index) => sum + cross(ring[index] as Spot, to), 0) > 0 ? 1 : -1;
  return ring
    .slice(1)
    .map((to, index): Side => {
      const from = ring[index] as Spot;
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      const along: Spot = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
      return { from, along, inward: [-along[1] * turning, along[0] * turning], length };
    })
    .filter(({ length }) => length > 9)
    .sort((one, other) => other.length - one.length);
}

function cross(from: Spot, to: Spot): number {
  return from[0] * to[1] - to[0] * from[1];
}
