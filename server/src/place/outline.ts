/** The outline of a release area in WGS 84, from the squares that it is made of. */
import { squareCorner, roundDegrees, SQUARE_SIDE } from "@trygg/shared/geo/square.ts";
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { Area } from "@trygg/shared/place/schema.ts";
import type { AreaGeometry } from "@trygg/shared/releases/schema.ts";
import { featureCollection, polygon, rewind, union } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";

/** On the grid the squares share corners exactly, so that their union leaves no slivers. */
export function outlineOf({ id, squares }: Pick<Area, "id" | "squares">): AreaGeometry {
  const shapes = squares.map((square) => {
    const { east, north } = squareCorner(square);
    const corner = (dx: number, dy: number) => [east + dx * SQUARE_SIDE, north + dy * SQUARE_SIDE];
    return polygon([[corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)]]);
  });
  const joined = shapes.length > 1 ? union(featureCollection(shapes)) : shapes[0];
  if (!joined) throw new Error(`the area ${id} has no squares`);
  const { geometry } = rewind(joined) as Feature<Polygon | MultiPolygon>;
  return geometry.type === "Polygon"
    ? { type: "Polygon", coordinates: geometry.coordinates.map(toDegrees) }
    : { type: "MultiPolygon", coordinates: geometry.coordinates.map((rings) => rings.map(toDegrees)) };
}

function toDegrees(ring: Position[]): [number, number][] {
  return ring.map(([east = 0, north = 0]) => {
    const { lng, lat } = toLngLat({ east, north });
    return [roundDegrees(lng), roundDegrees(lat)];
  });
}
