/**
 * Where the cells of the national grid lie in the world of the map, so that a graphics card can place each by itself: a
 * middle in double precision, and how the position changes with metres east and north of it.
 */
import { type GridPosition, toLngLat } from "@trygg/shared/geo/sweref.ts";
import { MercatorCoordinate } from "maplibre-gl";

export type Pair = [x: number, y: number];

/** Position = middle + east · e + north · n + both · en + east2 · e² + north2 · n², for metres e and n from the middle. */
export interface GridInWorld {
  middle: Pair;
  east: Pair;
  north: Pair;
  /** The grid's lines turn a little from row to row. */
  both: Pair;
  /** They are curved a little, and the scale of Mercator's world grows towards the pole. */
  east2: Pair;
  north2: Pair;
}

/** Metres, about half a town, over which the change is measured. */
const REACH = 2000;

/** Within a centimetre over a few kilometres. */
export function gridInWorld(at: GridPosition): GridInWorld {
  const world = (east: number, north: number): Pair => {
    const { x, y } = MercatorCoordinate.fromLngLat(
      toLngLat({ east: at.east + east, north: at.north + north }),
    );
    return [x, y];
  };
  const middle = world(0, 0);
  const [e, w, n, s] = [world(REACH, 0), world(-REACH, 0), world(0, REACH), world(0, -REACH)];
  const [ne, nw, se, sw] = [
    world(REACH, REACH),
    world(-REACH, REACH),
    world(REACH, -REACH),
    world(-REACH, -REACH),
  ];
  const pair = (of: (axis: 0 | 1) => number): Pair => [of(0), of(1)];
  return {
    middle,
    east: pair((axis) => (e[axis] - w[axis]) / (2 * REACH)),
    north: pair((axis) => (n[axis] - s[axis]) / (2 * REACH)),
    both: pair((axis) => (ne[axis] - nw[axis] - se[axis] + sw[axis]) / (4 * REACH * REACH)),
    east2: pair((axis) => (e[axis] + w[axis] - 2 * middle[axis]) / (2 * REACH * REACH)),
    north2: pair((axis) => (n[axis] + s[axis] - 2 * middle[axis]) / (2 * REACH * REACH)),
  };
}
