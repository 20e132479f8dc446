/**
 * SWEREF 99 TM (EPSG:3006), the national grid in metres: every stored position stands in it.
 * WGS 84 longitude and latitude appear only at the borders (map, GeoJSON, phones).
 */
import proj4 from "proj4";

/** Metres east and north on the national grid. */
export interface GridPosition {
  east: number;
  north: number;
}

/** Degrees in WGS 84. */
export interface LngLat {
  lng: number;
  lat: number;
}

const sweref99tm = proj4("+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs");

/** WGS 84 degrees → metres on the national grid (not rounded). */
export function toGrid({ lng, lat }: LngLat): GridPosition {
  const [east, north] = sweref99tm.forward([lng, lat]) as [number, number];
  return { east, north };
}

/** Metres on the national grid → WGS 84 degrees. */
export function toLngLat({ east, north }: GridPosition): LngLat {
  const [lng, lat] = sweref99tm.inverse([east, north]) as [number, number];
  return { lng, lat };
}
