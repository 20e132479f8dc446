/** Lines of equal light over a raster. */
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { Grid } from "@trygg/shared/photometry/raster.ts";
import { contours } from "d3-contour";
import type { Feature, FeatureCollection, MultiLineString, Position } from "geojson";

/** Lux. */
export const ISOLUX = [0.5, 1, 2, 5, 10, 20];

/** `shown` is 1 for the cells over which lines are drawn. */
export function isoluxLines(
  grid: Grid,
  lux: Float32Array,
  shown: Uint8Array,
): FeatureCollection<MultiLineString, { lux: number }> {
  const { width, height } = grid;
  const around = contours().size([width, height]);
  const features = ISOLUX.map((value): Feature<MultiLineString, { lux: number }> => {
    // The typings ask for an array of numbers; any row of them is read alike.
    const { coordinates } = around.contour(lux as unknown as number[], value);
    return {
      type: "Feature",
      properties: { lux: value },
      geometry: {
        type: "MultiLineString",
        coordinates: coordinates
          .flat()
          .flatMap((ring) => shownOf(ring, grid, shown))
          .map((line) => line.map((point) => onMap(point, grid))),
      },
    };
  });
  return { type: "FeatureCollection", features };
}

/** A ring as lines, without what lies beside the shown cells or runs along the edge of the raster: there the light goes on. */
function shownOf(ring: Position[], { width, height }: Grid, shown: Uint8Array): Position[][] {
  const isShown = ([x = 0, y = 0]: Position) =>
    x > 0 && y > 0 && x < width && y < height && shown[Math.floor(y) * width + Math.floor(x)] === 1;
  const lines: Position[][] = [[]];
  for (const point of ring)
    if (isShown(point)) lines.at(-1)?.push(point);
    else lines.push([]);
  return lines.filter(({ length }) => length > 1);
}

/** From cells of the raster, whose first has its middle at a half, to degrees. */
function onMap([x = 0, y = 0]: Position, { east, north, step }: Grid): Position {
  const { lng, lat } = toLngLat({ east: east + x * step, north: north + y * step });
  return [lng, lat];
}
