/** Where the sun stands, and whether that makes it dark enough to matter for how safe a place feels. */
import { getPosition } from "suncalc";
import type { LngLat } from "../geo/sweref.ts";

/** Below this altitude of the sun's centre, civil twilight has ended and it counts as dark. Degrees. */
export const DARK_BELOW = -6;

/** suncalc adds the refraction of the horizon, a constant, to every altitude below it; darkness is defined without. */
const HORIZON_REFRACTION = (0.0002967 / Math.tan(0.00312536 / 0.08901179)) * (180 / Math.PI);

/**
 * Geometric altitude of the sun's centre in degrees, exact below the horizon (where it decides about darkness);
 * above it, refraction of at most half a degree is included.
 */
export function sunAltitude(instant: number, at: LngLat): number {
  const apparent = getPosition(new Date(instant), at.lat, at.lng).altitude;
  return apparent < HORIZON_REFRACTION ? apparent - HORIZON_REFRACTION : apparent;
}

/** Dark: the sun is more than six degrees below the horizon. */
export function isDark(instant: number, at: LngLat): boolean {
  return sunAltitude(instant, at) < DARK_BELOW;
}

/** Below this altitude the upper edge of the sun has set, and street lamps are taken to burn. Degrees. */
export const SUNSET = -0.833;

/** Whether street lamps burn: from sunset to sunrise, as a lux trigger would have it. */
export function lampsBurn(instant: number, at: LngLat): boolean {
  return sunAltitude(instant, at) < SUNSET;
}

/** How a clock hour looks outdoors. */
export type Daylight = "day" | "dusk" | "dark";

/** Day while the sun is up, dusk until civil twilight ends (or before it begins), then dark. */
export function daylight(instant: number, at: LngLat): Daylight {
  const altitude = sunAltitude(instant, at);
  if (altitude < DARK_BELOW) return "dark";
  return altitude < SUNSET ? "dusk" : "day";
}
