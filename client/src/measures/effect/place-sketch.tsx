/** Where a measure is, as a small drawing for paper: release areas, streets where the town draws them, and lamps. */
import { useQuery } from "@tanstack/react-query";
import type { Measure } from "@trygg/shared/measures/schema.ts";
import { squarePolygon } from "@trygg/shared/geo/square.ts";
import { bbox, pointOnFeature } from "@turf/turf";
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLighting } from "../../lighting/use-lighting.ts";
import { useShownShapes } from "../../place/area-shapes.ts";
import { useNames, useTown } from "../../place/town.tsx";
import css from "./effect.module.css";

/** Drawn width, and how much of the town round the area is shown. */
const WIDTH = 640;
const ROUND = 0.35;

async function fetchStreets(): Promise<Geometry[]> {
  const response = await fetch("/basemap/streets.geojson");
  if (!response.ok) return [];
  const { features } = (await response.json()) as FeatureCollection;
  return features.map(({ geometry }) => geometry);
}

export function PlaceSketch({ measure }: { measure: Measure }) {
  const { t } = useTranslation();
  const names = useNames();
  const { areas } = useTown();
  const { data: light } = useLighting();
  const { data: streets = [] } = useQuery({
    queryKey: ["basemap", "streets"],
    queryFn: fetchStreets,
    staleTime: Infinity,
  });
  const squares = useMemo(
    () =>
      areas.map(
        ({
          id,
          squares: own,
        }): Feature<{ type: "MultiPolygon"; coordinates: Position[][][] }, { area: string }> => ({
          type: "Feature",
          geometry: {
            type: "MultiPolygon",
            coordinates: own.map((square) => squarePolygon(square).coordinates),
          },
          properties: { area: id },
        }),
      ),
    [areas],
  );
  const shapes = useShownShapes(squares);
  const own = shapes.find(({ properties }) => properties.area === measure.area);
  if (!own) return null;
  const frame = frameOf(bbox(own) as [number, number, number, number]);
  const lamps = (light?.features.features ?? []).flatMap(({ geometry, properties }) =>
    properties.kind === "lamp" && geometry.type === "Point"
      ? [{ id: properties.id, status: properties.status, at: frame.at(geometry.coordinates) }]
      : [],
  );
  const place = measure.where ? frame.at(pointOnFeature(measure.where).geometry.coordinates) : null;
  return (
    <svg
      className={css.sketch}
      viewBox={`0 0 ${WIDTH} ${frame.height}`}
      role="img"
      aria-label={t("effect.sheet.map", { area: names.area(measure.area) })}
    >
      {streets.map((street, index) => (
        <path key={index} className={css.street} d={pathOf(street, frame.at)} />
      ))}
      {shapes.map(({ properties, geometry }) => (
        <path
          key={properties.area}
          d={pathOf(geometry, frame.at)}
          className={properties.area === measure.area ? css.here : css.other}
        />
      ))}
      {lamps.map(({ id, status, at: [x, y] }) => (
        <circle key={id} cx={x} cy={y} r="4" className={status === "working" ? css.burns : css.dark} />
      ))}
      {place ? <path d={`M${place[0]} ${place[1]}l-9 -20h18z`} className={css.tip} /> : null}
    </svg>
  );
}

/** Degrees to drawing, north up, with room round the area. */
function frameOf([west, south, east, north]: [number, number, number, number]) {
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [wide, high] = [east - west, north - south];
  const [left, top] = [west - wide * ROUND, north + high * ROUND];
  const scale = WIDTH / (wide * (1 + 2 * ROUND));
  const at = ([lng = 0, lat = 0]: Position): [number, number] => [
    Math.round((lng - left) * scale * 10) / 10,
    Math.round(((top - lat) / narrowing) * scale * 10) / 10,
  ];
  return { at, height: Math.round(((high * (1 + 2 * ROUND)) / narrowing) * scale) };
}

function pathOf(geometry: Geometry, at: (position: Position) => [number, number]): string {
  const ring = (line: Position[]) => `M${line.map((position) => at(position).join(" ")).join("L")}Z`;
  switch (geometry.type) {
    case "Polygon":
      return geometry.coordinates.map(ring).join("");
    case "MultiPolygon":
      return geometry.coordinates.flat().map(ring).join("");
    default:
      return "";
  }
}
