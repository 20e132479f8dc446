/** Distances in metres between positions in WGS 84, on a plane laid at the place: exact enough within a town. */
import type { Position } from "geojson";
import type { LngLat } from "./sweref.ts";

const METRES_PER_DEGREE = 111_320;

/** Metres east and north of a position. */
function planeAt({ lng, lat }: LngLat): (spot: Position) => readonly [x: number, y: number] {
  const perDegreeEast = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return ([x = 0, y = 0]) => [(x - lng) * perDegreeEast, (y - lat) * METRES_PER_DEGREE];
}

export function metresBetween(one: LngLat, other: LngLat): number {
  return Math.hypot(...planeAt(one)([other.lng, other.lat]));
}

/** Where somebody comes who goes so many metres. */
export function movedBy({ lng, lat }: LngLat, { east, north }: { east: number; north: number }): LngLat {
  return {
    lng: lng + east / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)),
    lat: lat + north / METRES_PER_DEGREE,
  };
}

export function lengthInMetres(line: readonly Position[]): number {
  return line.slice(1).reduce((sum, to, index) => {
    const [lng = 0, lat = 0] = line[index] ?? [];
    return sum + Math.hypot(...planeAt({ lng, lat })(to));
  }, 0);
}

/** To the nearest point of a line. */
export function metresToLine(at: LngLat, line: readonly Position[]): number {
  const points = line.map(planeAt(at));
  const stretches = points.slice(1).map((to, index) => metresToStretch(points[index] ?? to, to));
  return Math.min(...points.map(([x, y]) => Math.hypot(x, y)), ...stretches);
}

/** To the nearest point of a surface with an outer ring and holes; 0 within it. */
export function metresToSurface(at: LngLat, rings: readonly Position[][]): number {
  const within = rings.filter((ring) => isWithin(ring.map(planeAt(at)))).length % 2 === 1;
  return within ? 0 : Math.min(...rings.map((ring) => metresToLine(at, ring)));
}

type Point = readonly [x: number, y: number];

/** From the origin to a straight stretch. */
function metresToStretch([ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared));
  return Math.hypot(ax + share * dx, ay + share * dy);
}

/** Whether a ring goes round the origin: a ray towards the east crosses it an odd number of times. */
function isWithin(ring: readonly Point[]): boolean {
  return ring.slice(1).reduce((within, [bx, by], index) => {
    const [ax, ay] = ring[index] ?? [bx, by];
    const crosses = ay > 0 !== by > 0 && ax - (ay * (bx - ax)) / (by - ay) > 0;
    return crosses ? !within : within;
  }, false);
}
