/** The files of the base map: what each holds, in the order in which its features are drawn. */
import { lineString, multiLineString, point } from "@turf/turf";
import { RAILWAY, STATION } from "./description/railway.ts";
import type { Drawing } from "./drawing.ts";
import { areaShape } from "./draw/area-shapes.ts";
import { drawAreas } from "./draw/areas.ts";
import { drawLabels } from "./draw/labels.ts";
import { pavingJoints } from "./draw/paving.ts";
import { fadingGround, gridCrosses, hillLevels } from "./draw/surroundings.ts";
import type { Surface } from "./geometry/shapes.ts";
import { smoothLine } from "./geometry/smooth-line.ts";
import { pieces } from "./geometry/surfaces.ts";
import { line, toDegrees } from "./geometry/town-frame.ts";
import { type Drawn, drawn } from "./geometry/write.ts";

export interface Theme {
  file: string;
  note: string;
  features(drawing: Drawing): Drawn[];
}

export const THEMES: readonly Theme[] = [
  {
    file: "land",
    note: "Land lies over the background, which is water. Shoreline derived from OpenStreetMap (ODbL); hills and fading ground are drawn freely.",
    features: ({ shore, town }) => [
      drawn(shore.land, { kind: "land", certainty: "fair" }),
      ...fadingGround(town, shore).map(({ metres, surface }) =>
        drawn(surface, { kind: "fringe", metres, certainty: "unsure" }),
      ),
      ...hillLevels(shore).map(({ hill, level, surface }) =>
        drawn(surface, { kind: "hill", name: hill.name, level, certainty: hill.certainty }),
      ),
      drawn(gridCrosses(town, shore), { kind: "grid-cross", certainty: "sure" }),
      drawn(town.ground, { kind: "ground", certainty: "fair" }),
      drawn(town.quayside, { kind: "quayside", certainty: "fair" }),
      drawn(shore.breakwater, { kind: "breakwater", certainty: "unsure" }),
    ],
  },
  {
    file: "water",
    note: "The water's edge, and belts along it for the eye only: no depths are known.",
    features: ({ shore }) => [
      ...shore.shallows.map(({ metres, surface }) =>
        drawn(surface, { kind: "shallows", metres, certainty: "unsure" }),
      ),
      ...ringsOf(shore.water).map((ring) => drawn(ring, { kind: "shore", certainty: "fair" })),
      drawn(shore.quayEdge, { kind: "quay", certainty: "fair" }),
    ],
  },
  {
    file: "green",
    note: "Parks, the churchyard, and green along the water.",
    features: ({ town }) =>
      town.greens.map(({ green, surface }) =>
        drawn(surface, { kind: green.kind, ...named(green.name), certainty: green.certainty }),
      ),
  },
  {
    file: "streets",
    note: "Street space between the house fronts, the streets' middle lines, and the bridges.",
    features: ({ streets, bridges, town }) => [
      ...streets.flatMap(({ stretches }) =>
        stretches
          .filter(({ kind, street }) => kind !== "path" && !street.fades)
          .map(({ street, kind, surface }) => drawn(surface, { kind, certainty: street.certainty })),
      ),
      ...streets.flatMap(({ stretches }) =>
        stretches.map(({ street, kind, line: middle }) =>
          drawn(middle, {
            kind,
            ...named(street.name),
            width: street.width,
            ...(street.fades ? { fades: true } : {}),
            certainty: street.certainty,
          }),
        ),
      ),
      ...pieces(town.streetSpace).map(({ geometry }) =>
        drawn(lineString(geometry.coordinates[0] ?? []), { kind: "outer-kerb", certainty: "unsure" }),
      ),
      ...bridges.map(({ bridge, line: deck, width }) =>
        drawn(deck, { kind: "bridge", name: bridge.name, width, certainty: bridge.certainty }),
      ),
    ],
  },
  {
    file: "squares",
    note: "Open paved places; the joints in the paving are drawn freely.",
    features: ({ town }) => [
      ...town.squares.map(({ square, surface }) =>
        drawn(surface, {
          kind: square.lined ? "main-square" : "square",
          name: square.name,
          certainty: square.certainty,
        }),
      ),
      ...town.squares.map(({ surface }) =>
        drawn(pavingJoints(surface), { kind: "joints", certainty: "unsure" }),
      ),
    ],
  },
  {
    file: "blocks",
    note: "Blocks as the streets leave them; ground says what lies behind the houses.",
    features: ({ town }) =>
      town.blocks.map(({ surface, ground }) =>
        drawn(surface, { kind: "block", ground, certainty: "unsure" }),
      ),
  },
  {
    file: "houses",
    note: "Houses are drawn freely: none is measured.",
    features: ({ houses }) => [
      ...houses.tones.map((shape, tone) => drawn(shape, { kind: "house", tone, certainty: "unsure" })),
      drawn(houses.ridges, { kind: "ridge", certainty: "unsure" }),
    ],
  },
  {
    file: "buildings",
    note: "Public buildings that people find their way by, in simplified outline.",
    features: ({ buildings }) => [
      ...buildings.map(({ building, outline }) =>
        drawn(outline, { kind: building.kind, ...named(building.name), certainty: building.certainty }),
      ),
      ...buildings
        .filter(({ roof }) => roof.length > 0)
        .map(({ building, roof }) =>
          drawn(multiLineString(roof), { kind: "roof", of: building.kind, certainty: "unsure" }),
        ),
    ],
  },
  {
    file: "trees",
    note: "Trees are drawn freely, by size of crown.",
    features: ({ trees }) =>
      trees.map((shape, size) => drawn(shape, { kind: "tree", size, certainty: "unsure" })),
  },
  {
    file: "railway",
    note: "The railway in the north is known only by its station, and that within some 250 m.",
    features: () => [
      ...[RAILWAY.open, RAILWAY.beyond].map((spots) =>
        drawn(line(smoothLine(spots)), { kind: "rail", name: RAILWAY.name, certainty: "unsure" }),
      ),
      drawn(line(smoothLine(RAILWAY.tunnel)), { kind: "tunnel", name: RAILWAY.name, certainty: "unsure" }),
      drawn(line(STATION.arrow), { kind: "arrow", certainty: "unsure" }),
      drawn(line(STATION.arrowHead), { kind: "arrow", certainty: "unsure" }),
      drawn(point(toDegrees(STATION.arrow[0])), { kind: "towards", name: STATION.name, certainty: "unsure" }),
      drawn(point(toDegrees(STATION.at)), { kind: "station", name: STATION.name, certainty: "unsure" }),
    ],
  },
  {
    file: "areas",
    note: "Release areas as they are shown: soft corners, on land. Counting goes by the squares of areas.json.",
    features: ({ shore }) =>
      drawAreas().map((area) =>
        drawn(areaShape(area, shore.water), { kind: "area", area: area.id, certainty: "sure" }),
      ),
  },
  {
    file: "labels",
    note: "Names, each at the spot where it reads best.",
    features: ({ town, buildings, streets }) => drawLabels(town, buildings, streets),
  },
];

function named(name: string | undefined): { name: string } | Record<string, never> {
  return name ? { name } : {};
}

function ringsOf(surface: Surface): GeoJSON.Feature<GeoJSON.LineString>[] {
  return pieces(surface).flatMap(({ geometry }) => geometry.coordinates.map((ring) => lineString(ring)));
}
