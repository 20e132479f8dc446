/** The position from which a stretch of land fills a window. */
import type { MapPosition } from "./view.ts";

/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number];

/** Pixels round the world at zoom 0. */
const WORLD = 512;

/** Web Mercator: height on the world's square, 0 at the equator, and back. */
const heightOf = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
const latitudeAt = (height: number) => (Math.atan(Math.exp(height * 2 * Math.PI)) * 360) / Math.PI - 90;

export function fitTo(
  [west, south, east, north]: Bounds,
  { width, height }: { width: number; height: number },
): MapPosition {
  const [low, high] = [heightOf(south), heightOf(north)];
  const across = width / ((WORLD * (east - west)) / 360);
  const down = height / (WORLD * (high - low));
  return {
    lng: (west + east) / 2,
    lat: latitudeAt((low + high) / 2),
    zoom: Math.log2(Math.min(across, down)),
  };
}
