/** Turns where a patrol says it was into a trace: from here on, nobody knows how it was drawn. */
import { SQUARE_SIDE, squareCorner } from "@trygg/shared/geo/square.ts";
import type { GridPosition } from "@trygg/shared/geo/sweref.ts";
import type { PatrolWhere } from "@trygg/shared/patrols/schema.ts";
import { type TracePiece, evenTimes, stay, walk } from "@trygg/shared/patrols/trace.ts";
import { booleanPointInPolygon, point, polygon } from "@turf/turf";
import type { Town } from "../place/town.ts";
import { Refusal } from "../refusal.ts";
import { findArea } from "../place/area.ts";
import { inTown, refuseBrokenRings } from "../place/drawn.ts";

/** Metres between the points that stand for being somewhere in an area. */
const STEP = SQUARE_SIDE / 5;

type Pair = [number, number];

/** The trace of a patrol between two instants (milliseconds). Throws a Refusal for what cannot be walked. */
export function traceOf(town: Town, where: PatrolWhere, from: number, to: number): TracePiece[] {
  if ("area" in where) return stay(pointsOfArea(town, where.area), from, to);
  if (where.type === "Polygon") return stay(pointsOfPolygon(town, where.coordinates), from, to);
  const points = inTown(town, where.coordinates);
  return walk(points, timesOf(where.times, points, from, to));
}

function pointsOfArea(town: Town, id: string): GridPosition[] {
  return findArea(town, id).squares.flatMap((square) => {
    const { east, north } = squareCorner(square);
    return lattice(east, east + SQUARE_SIDE, north, north + SQUARE_SIDE);
  });
}

function pointsOfPolygon(town: Town, rings: Pair[][]): GridPosition[] {
  refuseBrokenRings(rings);
  const gridRings = rings.map((ring) => inTown(town, ring).map(({ east, north }): Pair => [east, north]));
  const shape = polygon(gridRings);
  const [outer = []] = gridRings;
  const [easts, norths] = [outer.map(([east]) => east), outer.map(([, north]) => north)];
  const inside = lattice(
    Math.min(...easts),
    Math.max(...easts),
    Math.min(...norths),
    Math.max(...norths),
  ).filter(({ east, north }) => booleanPointInPolygon(point([east, north]), shape));
  if (inside.length > 0) return inside;
  // Smaller than the lattice: its corners stand for it.
  return outer.slice(1).map(([east, north]) => ({ east, north }));
}

function timesOf(times: string[] | undefined, points: GridPosition[], from: number, to: number): number[] {
  if (!times) return evenTimes(points, from, to);
  if (times.length !== points.length)
    throw new Refusal(
      "badGeometry",
      `expected a time for each of ${points.length} points, got ${times.length}`,
    );
  const instants = times.map((time) => Date.parse(time));
  if (instants.some((instant, index) => index > 0 && instant < (instants[index - 1] as number)))
    throw new Refusal("badGeometry", "expected times that do not run backwards");
  const [first = from, last = to] = [instants[0], instants.at(-1)];
  if (first < from || last > to)
    throw new Refusal("badGeometry", "expected the times of a track to lie within `from` and `to`");
  return instants;
}

function lattice(west: number, east: number, south: number, north: number): GridPosition[] {
  const middles = (low: number, high: number) => {
    const start = Math.floor(low / STEP);
    return Array.from({ length: Math.ceil(high / STEP) - start }, (_, index) => (start + index + 0.5) * STEP);
  };
  return middles(west, east).flatMap((x) => middles(south, north).map((y) => ({ east: x, north: y })));
}
