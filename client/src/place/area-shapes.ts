/** How release areas are shown on the map: the town's own soft shapes, or the squares themselves where it has none. */
import { useQuery } from "@tanstack/react-query";
import { booleanPointInPolygon, centerOfMass, pointOnFeature } from "@turf/turf";
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon, Position } from "geojson";
import { useMemo } from "react";

type Shape = Polygon | MultiPolygon;

async function fetchShapes(): Promise<Map<string, Shape>> {
  const response = await fetch("/basemap/areas.geojson");
  if (!response.ok) return new Map();
  const { features } = (await response.json()) as FeatureCollection<Shape, { area: string }>;
  return new Map(features.map(({ geometry, properties }) => [properties.area, geometry]));
}

/** Puts the shown shapes in the place of the released ones; what is told of each area stays as it is. */
export function useShownShapes<T extends Feature<Shape, { area: string }>>(features: T[] | undefined): T[] {
  const { data } = useQuery({ queryKey: ["basemap", "areas"], queryFn: fetchShapes, staleTime: Infinity });
  // The same as long as nothing has come: what is drawn from it is not sent to the map again at every turn of the clock.
  return useMemo(
    () =>
      (features ?? []).map((feature) => ({
        ...feature,
        geometry: data?.get(feature.properties.area) ?? feature.geometry,
      })),
    [features, data],
  );
}

/** One point inside each shape, with what is told of it. */
export function useMiddles<P>(features: Feature<Shape, P>[]): FeatureCollection<Point, P> {
  return useMemo(
    () => ({
      type: "FeatureCollection",
      features: features.map(({ geometry, properties }) => ({
        type: "Feature",
        geometry: { type: "Point", coordinates: middleOf(geometry) },
        properties,
      })),
    }),
    [features],
  );
}

/** A point inside a shape, in its middle where that is possible. */
export function middleOf(shape: Shape): Position {
  const middle = centerOfMass(shape).geometry;
  return booleanPointInPolygon(middle, shape)
    ? middle.coordinates
    : pointOnFeature(shape).geometry.coordinates;
}
