/** Outlines as they come: closed, in degrees, on the town's map, and not crossing themselves. */
import { roundDegrees } from "@trygg/shared/geo/square.ts";
import type { Place } from "@trygg/shared/place/schema.ts";
import type { AreaGeometry } from "@trygg/shared/releases/schema.ts";
import { kinks } from "@turf/turf";
import type { Geometry, Position } from "geojson";
import { Unfit } from "./fields.ts";
import { type Located, type Pair, isOnMap, outsideMap } from "./locate.ts";
import { say } from "./say.ts";

/** The search for crossings compares every side with every other. */
const MOST_CORNERS = 5000;

/** The polygons of a geometry, in the file's own numbers. */
export function polygonsOf(geometry: Geometry | null): Position[][][] {
  if (!geometry) throw new Unfit(say("noGeometry"));
  if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon")
    throw new Unfit(say("wrongGeometry", { expected: "Polygon", got: geometry.type }));
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const corners = polygons.flat(2).length;
  if (corners === 0) throw new Unfit(say("noGeometry"));
  if (polygons.some((rings) => rings.length === 0 || rings.some((ring) => ring.length < 4)))
    throw new Unfit(say("badGeometry"));
  if (corners > MOST_CORNERS)
    throw new Unfit(say("outOfRange", { field: "corners", least: 4, most: MOST_CORNERS, got: corners }));
  return polygons;
}

export const pairOf = ([first = Number.NaN, second = Number.NaN]: Position): Pair => [first, second];

export function outlineIn(polygons: Position[][][], { toLngLat }: Located, place: Place): AreaGeometry {
  const coordinates = polygons.map((rings) =>
    rings.map((ring) =>
      ring.map((corner): [number, number] => {
        const at = toLngLat(pairOf(corner));
        if (!isOnMap(place, at)) throw new Unfit(outsideMap(at));
        return [roundDegrees(at.lng), roundDegrees(at.lat)];
      }),
    ),
  );
  for (const rings of coordinates) refuseCrossing(rings);
  const [single = []] = coordinates;
  return coordinates.length === 1
    ? { type: "Polygon", coordinates: single }
    : { type: "MultiPolygon", coordinates };
}

function refuseCrossing(coordinates: [number, number][][]): void {
  const [crossing] = kinks({ type: "Polygon", coordinates }).features;
  if (!crossing) return;
  const [lng = 0, lat = 0] = crossing.geometry.coordinates.map(roundDegrees);
  throw new Unfit(say("selfCrossing", { lng, lat }));
}
