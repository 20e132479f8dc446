/** Karlshamn's schematic map as vector tiles, in each schema that the product knows: an archive as others would cut it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GeoJSONVT, type GeoJSONVTTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { TileSchema } from "@trygg/shared/basemap.ts";
import { bboxPolygon, difference, featureCollection } from "@turf/turf";
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { TileType } from "pmtiles";
import { root } from "../root.ts";
import { type Tile, writeArchive } from "./archive.ts";

type Bounds = [number, number, number, number];
const BOUNDS: Bounds = [14.82, 56.145, 14.91, 56.19];
const ZOOMS = [13, 14];
const TILE = { extent: 4096, buffer: 128, tolerance: 1, maxZoom: 14, indexMaxZoom: 0 };

/** In which layer, and with what properties, a schema keeps a feature of this kind. */
type Place = [layer: string, properties: Record<string, unknown>];
type Places = Record<string, Place>;

const openmaptiles: Places = {
  sea: ["water", { class: "ocean" }],
  park: ["landcover", { class: "grass", subclass: "park" }],
  grove: ["landcover", { class: "wood" }],
  churchyard: ["landuse", { class: "cemetery" }],
  square: ["transportation", { class: "path", subclass: "pedestrian" }],
  main: ["transportation", { class: "secondary" }],
  street: ["transportation", { class: "minor" }],
  lane: ["transportation", { class: "service" }],
  pedestrian: ["transportation", { class: "path", subclass: "pedestrian" }],
  path: ["transportation", { class: "path", subclass: "footway" }],
  rail: ["transportation", { class: "rail" }],
  building: ["building", {}],
  "name-street": ["transportation_name", { class: "minor" }],
  "name-district": ["place", { class: "suburb" }],
  "name-water": ["water_name", { class: "bay" }],
  "name-square": ["place", { class: "square" }],
  "name-park": ["poi", { class: "park" }],
  "name-church": ["poi", { class: "place_of_worship" }],
};

const protomaps: Places = {
  land: ["earth", { kind: "earth" }],
  sea: ["water", { kind: "ocean" }],
  park: ["landuse", { kind: "park" }],
  grove: ["landuse", { kind: "wood" }],
  churchyard: ["landuse", { kind: "cemetery" }],
  square: ["landuse", { kind: "pedestrian" }],
  main: ["roads", { kind: "major_road", kind_detail: "secondary" }],
  street: ["roads", { kind: "minor_road", kind_detail: "residential" }],
  lane: ["roads", { kind: "minor_road", kind_detail: "service" }],
  pedestrian: ["roads", { kind: "path", kind_detail: "pedestrian" }],
  path: ["roads", { kind: "path", kind_detail: "footway" }],
  rail: ["roads", { kind: "rail", kind_detail: "rail" }],
  building: ["buildings", { kind: "building" }],
  "name-street": ["roads", { kind: "minor_road", kind_detail: "residential" }],
  "name-district": ["places", { kind: "neighbourhood" }],
  "name-water": ["water", { kind: "bay" }],
  "name-square": ["pois", { kind: "square" }],
  "name-park": ["pois", { kind: "park" }],
  "name-church": ["pois", { kind: "place_of_worship" }],
};

const shortbread: Places = {
  sea: ["ocean", {}],
  river: ["water_polygons", { kind: "river" }],
  park: ["land", { kind: "park" }],
  grove: ["land", { kind: "forest" }],
  churchyard: ["land", { kind: "cemetery" }],
  square: ["street_polygons", { kind: "pedestrian" }],
  main: ["streets", { kind: "secondary" }],
  street: ["streets", { kind: "residential" }],
  lane: ["streets", { kind: "service" }],
  pedestrian: ["streets", { kind: "pedestrian" }],
  path: ["streets", { kind: "footway" }],
  rail: ["streets", { kind: "rail", rail: true }],
  building: ["buildings", {}],
  "name-street": ["street_labels", { kind: "residential" }],
  "name-district": ["place_labels", { kind: "suburb" }],
  "name-water": ["water_polygons_labels", { kind: "water" }],
  "name-square": ["streets_polygons_labels", { kind: "pedestrian" }],
  "name-park": ["pois", { leisure: "park" }],
  "name-church": ["pois", { amenity: "place_of_worship" }],
};

const SCHEMAS: Record<TileSchema, Places> = { openmaptiles, protomaps, shortbread };

export function writeTownArchive(path: string, schema: TileSchema): void {
  const layers = layersOf(SCHEMAS[schema]);
  writeArchive(path, {
    type: TileType.Mvt,
    tiles: cut(layers),
    bounds: BOUNDS,
    metadata: {
      name: "Karlshamn",
      attribution: '<a href="https://www.openstreetmap.org/copyright">&copy; OpenStreetMap</a>',
      vector_layers: [...layers.keys()].map((id) => ({ id, fields: {} })),
    },
  });
}

function layersOf(places: Places): Map<string, Feature[]> {
  const layers = new Map(Object.values(places).map(([layer]): [string, Feature[]] => [layer, []]));
  // A schema is recognised by layers that the town has nothing for, too.
  for (const { kind, feature } of townFeatures()) {
    const [layer, properties] = places[kind] ?? [];
    if (layer === undefined) continue;
    const { name } = feature.properties ?? {};
    layers.get(layer)?.push({ ...feature, properties: { ...properties, ...(name ? { name } : {}) } });
  }
  return layers;
}

/** What a street of the schematic map is, in the words that all schemas have. */
const STREET_KINDS: Record<string, string> = {
  main: "main",
  street: "street",
  quay: "street",
  lane: "lane",
  pedestrian: "pedestrian",
  "walking-speed": "pedestrian",
  path: "path",
  bridge: "street",
};

function* townFeatures(): Generator<{ kind: string; feature: Feature }> {
  const land = featuresOf<MultiPolygon>("land").find(({ properties }) => properties?.["kind"] === "land");
  if (land) {
    yield { kind: "land", feature: land };
    const sea = difference(featureCollection<Polygon | MultiPolygon>([bboxPolygon(BOUNDS), land]));
    if (sea) yield { kind: "sea", feature: sea };
  }
  for (const feature of featuresOf("green")) yield { kind: kindOf(feature), feature };
  for (const feature of featuresOf("squares"))
    if (feature.geometry.type === "Polygon") yield { kind: "square", feature };
  for (const feature of featuresOf("streets"))
    if (feature.geometry.type === "LineString")
      yield { kind: STREET_KINDS[kindOf(feature)] ?? "", feature: unnamed(feature) };
  for (const feature of [...featuresOf("houses"), ...featuresOf("buildings")])
    if (feature.geometry.type.endsWith("Polygon")) yield { kind: "building", feature: unnamed(feature) };
  for (const feature of featuresOf("railway")) yield { kind: kindOf(feature), feature: unnamed(feature) };
  for (const feature of featuresOf("labels")) yield { kind: `name-${kindOf(feature)}`, feature };
}

function featuresOf<G extends Feature["geometry"]>(file: string): Feature<G>[] {
  const path = join(root, "data", "karlshamn", "basemap", `${file}.geojson`);
  return (JSON.parse(readFileSync(path, "utf8")) as FeatureCollection<G>).features;
}

const kindOf = ({ properties }: Feature) => String(properties?.["kind"]);
const unnamed = (feature: Feature): Feature => ({ ...feature, properties: {} });

function cut(layers: Map<string, Feature[]>): Tile[] {
  const indices = [...layers].map(
    ([name, features]) => [name, new GeoJSONVT({ type: "FeatureCollection", features }, TILE)] as const,
  );
  return ZOOMS.flatMap((z) =>
    tilesWithin(BOUNDS, z).map(({ x, y }) => {
      const held = indices.flatMap(([name, index]): [string, GeoJSONVTTile][] => {
        const tile = index.getTile(z, x, y);
        return tile ? [[name, tile]] : [];
      });
      return { z, x, y, data: fromGeojsonVt(Object.fromEntries(held), { version: 2, extent: TILE.extent }) };
    }),
  );
}

function tilesWithin([west, south, east, north]: Bounds, z: number): { x: number; y: number }[] {
  const column = (lng: number) => Math.floor(((lng + 180) / 360) * 2 ** z);
  const row = (lat: number) => {
    const sin = Math.sin((lat * Math.PI) / 180);
    return Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * 2 ** z);
  };
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, step) => from + step);
  return range(column(west), column(east)).flatMap((x) =>
    range(row(north), row(south)).map((y) => ({ x, y })),
  );
}
