/**
 * Where the town is drawn: metres east and north of a corner on the national grid, as whole centimetres, so that what
 * shares a node shares it exactly and arithmetic on surfaces is exact too.
 */
import { roundDegrees } from "@trygg/shared/geo/square.ts";
import { toGrid, toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { Box, Position } from "./extract.ts";

/** Centimetres from the corner. */
export interface Spot {
  x: number;
  y: number;
}

export const CM = 100;

export interface Plane {
  spot(at: Position): Spot;
  degrees(spot: Spot): Position;
  /** What is drawn, as a ring. */
  frame: Spot[];
  width: number;
  height: number;
}

export function makePlane({ west, south, east, north }: Box): Plane {
  // The grid is turned a little against the degrees: the frame is the upright box round all four corners.
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ].map(([lng = 0, lat = 0]) => toGrid({ lng, lat }));
  const origin = {
    east: Math.min(...corners.map((corner) => corner.east)),
    north: Math.min(...corners.map((corner) => corner.north)),
  };
  const width = Math.ceil((Math.max(...corners.map((corner) => corner.east)) - origin.east) * CM);
  const height = Math.ceil((Math.max(...corners.map((corner) => corner.north)) - origin.north) * CM);
  return {
    spot([lng, lat]) {
      const grid = toGrid({ lng, lat });
      return {
        x: Math.round((grid.east - origin.east) * CM),
        y: Math.round((grid.north - origin.north) * CM),
      };
    },
    degrees({ x, y }) {
      const { lng, lat } = toLngLat({ east: origin.east + x / CM, north: origin.north + y / CM });
      return [roundDegrees(lng), roundDegrees(lat)];
    },
    frame: [
      { x: 0, y: 0 },
      { x: width, y: 0 },
      { x: width, y: height },
      { x: 0, y: height },
    ],
    width,
    height,
  };
}

export function isInFrame({ x, y }: Spot, { width, height }: Plane): boolean {
  return x >= 0 && y >= 0 && x <= width && y <= height;
}
