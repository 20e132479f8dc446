/**
 * The town's own frame: the streets of Karlshamn stand in a strict grid, turned against north. Everything is
 * described in metres, `u` along the cross streets (towards the east-north-east), `v` along the long streets
 * (towards the north-north-west), both counted from the church.
 */
export type Spot = readonly [u: number, v: number];

/** A corner of a line or outline; the third number rounds it with that radius in metres, absent = sharp. */
export type Corner = readonly [u: number, v: number, radius?: number];

export type Certainty = "sure" | "fair" | "unsure";

/** Carl Gustafs kyrka, in WGS 84. */
export const ORIGIN = { lng: 14.8636, lat: 56.1703 };

/** Compass bearing of the long streets in degrees, certain to about 1.5. */
export const LONG_STREET_BEARING = 337.7;

/** Far from the town a place is easier described by metres east and north of the church. */
export function eastNorth(east: number, north: number, radius?: number): Corner {
  const turn = (LONG_STREET_BEARING * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(turn), Math.cos(turn)];
  const [u, v] = [east * cosine - north * sine, east * sine + north * cosine];
  return radius === undefined ? [u, v] : [u, v, radius];
}
