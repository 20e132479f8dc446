/** Between the town's frame (metres) and degrees: an affine map, so straight lines stay straight. */
import { coordAll, lineString, polygon } from "@turf/turf";
import { type Corner, LONG_STREET_BEARING, ORIGIN, type Spot } from "../description/frame.ts";
import { roundCorners } from "./round-corners.ts";
import type { Area, Line, Position, Surface } from "./shapes.ts";

/** Metres per degree on a sphere of 40,075 km round; off by 3 ‰ at this latitude, as the sources are. */
const NORTH = 111_320;
const EAST = NORTH * Math.cos((ORIGIN.lat * Math.PI) / 180);

const turn = (LONG_STREET_BEARING * Math.PI) / 180;
const [sine, cosine] = [Math.sin(turn), Math.cos(turn)];

export function toDegrees([u, v]: readonly [number, number, ...unknown[]]): Position {
  const [east, north] = [u * cosine + v * sine, v * cosine - u * sine];
  return [ORIGIN.lng + east / EAST, ORIGIN.lat + north / NORTH];
}

export function toFrame([lng, lat]: Position): Spot {
  const [east, north] = [((lng ?? 0) - ORIGIN.lng) * EAST, ((lat ?? 0) - ORIGIN.lat) * NORTH];
  return [east * cosine - north * sine, east * sine + north * cosine];
}

/** A described line as degrees, its corners rounded. */
export function line(corners: readonly Corner[]): Line {
  return lineString(roundCorners(corners, false).map(toDegrees));
}

/** A described outline as a closed polygon in degrees, its corners rounded. */
export function outline(corners: readonly Corner[]): Area {
  const ring = roundCorners(corners, true).map(toDegrees);
  return polygon([[...ring, ring[0] as Position]]);
}

/** The polygon between two values of u and two of v. */
export function rectangle(uLow: number, uHigh: number, vLow: number, vHigh: number): Area {
  return outline([
    [uLow, vLow],
    [uHigh, vLow],
    [uHigh, vHigh],
    [uLow, vHigh],
  ]);
}

/** How far a surface reaches in the town's frame. */
export function extentInFrame(surface: Surface): {
  uLow: number;
  uHigh: number;
  vLow: number;
  vHigh: number;
} {
  const spots = coordAll(surface).map(toFrame);
  const [us, vs] = [spots.map(([u]) => u), spots.map(([, v]) => v)];
  return { uLow: Math.min(...us), uHigh: Math.max(...us), vLow: Math.min(...vs), vHigh: Math.max(...vs) };
}
