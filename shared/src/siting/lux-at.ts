/** What sources give to points along the streets, lux on the ground. */
import { type Nearby, indexThings } from "../geo/nearby.ts";
import type { GridPosition } from "../geo/sweref.ts";
import { horizontalAt } from "../photometry/illuminance.ts";
import { REACH } from "../photometry/raster.ts";
import type { LightSource } from "../photometry/source.ts";

export interface LitPoints {
  points: readonly GridPosition[];
  index: Nearby;
}

export const litPoints = (points: readonly GridPosition[]): LitPoints => ({
  points,
  index: indexThings(points),
});

/** Calls back with the number of each point in a source's reach and the lux it gets there. */
export function eachLit(
  { points, index }: LitPoints,
  source: LightSource,
  visit: (point: number, lux: number) => void,
): void {
  const reach = REACH * source.height;
  const { east, north } = source;
  const box = index.inBox(
    { east: east - reach, north: north - reach },
    { east: east + reach, north: north + reach },
  );
  for (const point of box) {
    const at = points[point] as GridPosition;
    if (Math.hypot(at.east - east, at.north - north) <= reach) visit(point, horizontalAt(source, at));
  }
}

/** The light of all sources together at every point. */
export function luxAt(lit: LitPoints, sources: readonly LightSource[]): Float64Array {
  const lux = new Float64Array(lit.points.length);
  for (const source of sources)
    eachLit(lit, source, (point, more) => {
      lux[point] = (lux[point] as number) + more;
    });
  return lux;
}
