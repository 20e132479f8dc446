/** Release areas as lists of 62.5 m squares, and which area a position lies in. */
import { bbox, booleanPointInPolygon } from "@turf/turf";
import { SQUARE_SIDE, squareAt, squareCentre } from "@trygg/shared/geo/square.ts";
import { toGrid, toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { Area as ReleaseArea } from "@trygg/shared/place/schema.ts";
import { AREAS, type AreaOutline } from "../description/areas.ts";
import type { Position } from "../geometry/shapes.ts";
import { outline } from "../geometry/town-frame.ts";

export function drawAreas(): ReleaseArea[] {
  return AREAS.map((area) => ({
    id: area.id,
    name: { sv: area.sv, en: area.en },
    protected: area.protected ?? false,
    squares: squaresIn(area),
  }));
}

/** From west to east, and from south to north within a column. */
function squaresIn({ corners }: AreaOutline): string[] {
  const shape = outline(corners);
  const [west, south, east, north] = bbox(shape);
  const low = toGrid({ lng: west, lat: south });
  const high = toGrid({ lng: east, lat: north });
  const found: string[] = [];
  // The national grid is turned a little against the map, so look a square further than the box on each side.
  for (let x = low.east - SQUARE_SIDE; x < high.east + 2 * SQUARE_SIDE; x += SQUARE_SIDE) {
    for (let y = low.north - SQUARE_SIDE; y < high.north + 2 * SQUARE_SIDE; y += SQUARE_SIDE) {
      const square = squareAt({ east: x, north: y });
      const { lng, lat } = toLngLat(squareCentre(square));
      if (booleanPointInPolygon([lng, lat], shape)) found.push(square);
    }
  }
  return found;
}

export function areaFinder(areas: readonly ReleaseArea[]): (position: Position) => string | undefined {
  const areaOfSquare = new Map(areas.flatMap(({ id, squares }) => squares.map((square) => [square, id])));
  return ([lng, lat]) => areaOfSquare.get(squareAt(toGrid({ lng: lng ?? 0, lat: lat ?? 0 })));
}
