/** The town's files as they are drawn from an extract: the same names, features and properties as the schematic ones. */
import { collectionText } from "@trygg/shared/place/collection-text.ts";
import type { Place } from "@trygg/shared/place/schema.ts";
import { slugOf } from "@trygg/shared/place/schema.ts";
import type { Geometry } from "geojson";
import type { Drawing } from "./drawing.ts";
import type { Box } from "./extract.ts";
import type { Plane } from "./plane.ts";
import { type Ring, type Surface, linesWithin, pieces } from "./surfaces.ts";
import { is, isUnderground } from "./tags.ts";

type Properties = Record<string, string | number | boolean | undefined>;
interface Feature {
  type: "Feature";
  properties: Properties;
  geometry: Geometry;
}

const NOTE = "Drawn from OpenStreetMap, © OpenStreetMap contributors, Open Database Licence (ODbL) 1.0.";

const TONES = [0, 1, 2, 3];
const SIZES = [0, 1, 2];

export function townFiles(drawing: Drawing, own: Place, bounds: Box): Map<string, Buffer> {
  const features = featuresOf(drawing);
  const place: Place = {
    ...own,
    bounds: [bounds.west, bounds.south, bounds.east, bounds.north],
    schematic: false,
    attribution: { sv: "© OpenStreetMaps bidragsgivare", en: "© OpenStreetMap contributors" },
  };
  const texts: [string, string][] = [
    ...Object.entries(features).map(([name, list]): [string, string] => [
      name === "network" ? "network.geojson" : `basemap/${name}.geojson`,
      collectionText(NOTE, list),
    ]),
    ["places.json", `${JSON.stringify({ note: NOTE, places: drawing.places })}\n`],
    ["place.json", `${JSON.stringify(place)}\n`],
  ];
  return new Map(texts.map(([name, text]) => [name, Buffer.from(text)]));
}

function featuresOf(drawing: Drawing): Record<string, Feature[]> {
  const { shore, streets, space, town, trees, extract, network, names, plane } = drawing;
  const surface = surfaceIn(plane);
  const line = lineIn(plane);
  const within = (lines: readonly Ring[]) => linesWithin(lines, [plane.frame]);
  return {
    land: [
      ...surface(shore.land, { kind: "land" }),
      ...surface(town.ground, { kind: "ground" }),
      ...surface(shore.piers, { kind: "quayside" }),
      ...surface(shore.breakwaters, { kind: "breakwater" }),
    ],
    water: [
      // For the eye only: no depths are known.
      ...shore.shallows.flatMap(({ metres, surface: belt }) =>
        surface(belt, { kind: "shallows", metres, certainty: "unsure" }),
      ),
      ...shore.edge.map((edge) => line(edge, { kind: "shore" })),
      ...shore.quays.map((quay) => line(quay, { kind: "quay" })),
    ],
    green: town.greens.flatMap(({ kind, name, surface: green }) => surface(green, { kind, name })),
    streets: [
      ...space.surfaces.flatMap(({ kind, surface: space_ }) =>
        pieces(space_).flatMap((piece) => surface(piece, { kind })),
      ),
      ...streets
        .filter(({ underground }) => !underground)
        .flatMap(({ kind, name, width, line: middle }) =>
          within([middle]).map((part) => line(part, { kind, name, width })),
        ),
      ...space.all
        .flatMap((ring) => within([[...ring, ...ring.slice(0, 1)]]))
        .map((kerb) => line(kerb, { kind: "outer-kerb" })),
      ...streets
        .filter(({ bridge }) => bridge)
        .flatMap(({ bridgeName, width, line: deck }) =>
          within([deck]).map((part) => line(part, { kind: "bridge", name: bridgeName, width })),
        ),
    ],
    squares: town.squares.flatMap(({ name, main, surface: square }) =>
      surface(square, { kind: main ? "main-square" : "square", name }),
    ),
    blocks: town.blocks.flatMap(({ ground, surface: block }) => surface(block, { kind: "block", ground })),
    houses: TONES.flatMap((tone) =>
      surface(
        town.houses.filter(({ number }) => number % TONES.length === tone).flatMap((house) => house.surface),
        { kind: "house", tone },
      ),
    ),
    buildings: town.landmarks.flatMap(({ kind, name, surface: outline }) => surface(outline, { kind, name })),
    trees: SIZES.flatMap((size): Feature[] => {
      const crowns = trees.filter((tree) => tree.size === size);
      return crowns.length > 0
        ? [
            feature(
              { type: "MultiPoint", coordinates: crowns.map(({ at }) => plane.degrees(at)) },
              { kind: "tree", size },
            ),
          ]
        : [];
    }),
    railway: [
      ...extract.lines
        .filter(({ tags }) => is(tags, "railway", "rail", "light_rail", "narrow_gauge", "tram"))
        .flatMap(({ tags, positions }) =>
          within([positions.map(plane.spot)]).map((part) =>
            line(part, { kind: isUnderground(tags) ? "tunnel" : "rail", name: tags["name"] }),
          ),
        ),
      ...extract.points
        .filter(({ tags }) => is(tags, "railway", "station", "halt") && tags["name"])
        .map(({ at, tags }) =>
          feature({ type: "Point", coordinates: at }, { kind: "station", name: tags["name"] }),
        ),
    ],
    labels: [
      ...names.at.map(({ at, ...properties }) =>
        feature({ type: "Point", coordinates: plane.degrees(at) }, properties),
      ),
      ...names.along.map(({ along, ...properties }) => line(leftToRight(along), properties)),
    ],
    network: network.map(({ way, name, kind, width, lit, line: edge }) =>
      line(edge, { street: (name && slugOf(name)) || `way-${way}`, name, kind, width, lit }),
    ),
  };
}

function feature(geometry: Geometry, properties: Properties): Feature {
  return { type: "Feature", properties: { certainty: "sure", ...properties }, geometry };
}

const lineIn =
  (plane: Plane) =>
  (spots: Ring, properties: Properties): Feature =>
    feature({ type: "LineString", coordinates: spots.map(plane.degrees) }, properties);

/** Nothing for a surface without an extent. */
const surfaceIn =
  (plane: Plane) =>
  (surface: Surface, properties: Properties): Feature[] => {
    const parts = pieces(surface).map((piece) => piece.map((ring) => closed(ring).map(plane.degrees)));
    const [only] = parts;
    if (!only) return [];
    return [
      feature(
        parts.length === 1
          ? { type: "Polygon", coordinates: only }
          : { type: "MultiPolygon", coordinates: parts },
        properties,
      ),
    ];
  };

const closed = (ring: Ring) => [...ring, ...ring.slice(0, 1)];

/** Names are read from the west to the east. */
function leftToRight(line: Ring): Ring {
  const [first, last] = [line[0], line.at(-1)];
  return first && last && first.x > last.x ? line.toReversed() : line;
}
