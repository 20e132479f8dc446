/** The town between its streets: squares, green, houses, what is built up, and the blocks that the streets leave of it. */
import type { Tags } from "../../imports/formats/osm-item.ts";
import type { Area } from "./areas.ts";
import type { Extract } from "./extract.ts";
import { lengthOf, spotAt } from "./lines.ts";
import type { Plane, Spot } from "./plane.ts";
import type { Shore } from "./shore.ts";
import type { StreetSpace } from "./streets.ts";
import {
  type Ring,
  type Surface,
  covers,
  grown,
  joined,
  pieces,
  shared,
  sizeOf,
  thickness,
  without,
} from "./surfaces.ts";
import { type LandmarkKind, has, is, landmarkKind, metres } from "./tags.ts";

export interface Square {
  name: string | undefined;
  main: boolean;
  surface: Surface;
}

export interface Green {
  kind: "park" | "churchyard" | "grove";
  name: string | undefined;
  surface: Surface;
}

export interface Landmark {
  kind: LandmarkKind;
  name: string | undefined;
  surface: Surface;
}

export interface Block {
  ground: "yard" | "garden";
  surface: Surface;
}

export interface Town {
  squares: Square[];
  greens: Green[];
  ground: Surface;
  blocks: Block[];
  houses: Area[];
  landmarks: Landmark[];
  /** Schools and the like whose name stands on their ground instead of a house. */
  grounds: Landmark[];
}

/** Metres that a house reaches into what is built up round it, and over which gaps between houses close. */
const HOUSE_GROUND = 14;
const GAP = 9;

/** Square metres that houses may stand round without being round open land. */
const LARGEST_COURT = 8000;

/** What is thinner than this between streets is a kerb, not a block; metres. */
const THINNEST_BLOCK = 9;

/** A block with a larger share of houses has a yard behind them, not a garden. */
const CLOSED = 0.32;

const BUILT_UP = [
  "residential",
  "commercial",
  "retail",
  "industrial",
  "garages",
  "education",
  "institutional",
];

export function drawTown(areas: readonly Area[], space: StreetSpace, { land, piers }: Shore): Town {
  const squares = findSquares(areas, land, space);
  const greens = areas.flatMap(({ tags, surface }): Green[] => {
    const kind = greenKind(tags);
    const dry = kind ? shared(surface, land) : [];
    return kind && dry.length > 0 ? [{ kind, name: nameOfGreen(tags), surface: dry }] : [];
  });
  const buildings = areas.filter(({ tags }) => has(tags, "building") && !is(tags, "location", "underground"));
  const landmarks = areas.flatMap(landmarkOf);
  const isHouse = ({ tags }: Area) => landmarkKind(tags) === undefined;
  const footprint = joined(buildings.map(({ surface }) => surface));
  const built = areas.filter(({ tags }) => is(tags, "landuse", ...BUILT_UP)).map(({ surface }) => surface);
  const around = grown(grown(footprint, HOUSE_GROUND + GAP), -GAP);
  const ground = shared(filled(joined([...built, around])), land);
  const open = [...squares, ...greens].map(({ surface }) => surface);
  const blocks = pieces(without(ground, space.all, piers, ...open))
    .filter((piece) => thickness(piece) > THINNEST_BLOCK)
    .map((surface): Block => {
      const standing = buildings.filter((building) => covers(surface, building.surface[0]?.[0] as Spot));
      const share = standing.reduce((sum, building) => sum + sizeOf(building.surface), 0) / sizeOf(surface);
      return { ground: share > CLOSED ? "yard" : "garden", surface };
    });
  return {
    squares,
    greens,
    ground,
    blocks,
    houses: buildings.filter(isHouse),
    landmarks: landmarks.filter(({ built: isBuilt }) => isBuilt),
    grounds: landmarks.filter(({ built: isBuilt, name }) => !isBuilt && name),
  };
}

/** Courts and gardens between houses are part of what is built up. */
function filled(surface: Surface): Surface {
  return surface.filter((ring) => sizeOf([ring]) > 0 || sizeOf([ring]) < -LARGEST_COURT);
}

function landmarkOf({ tags, surface }: Area): (Landmark & { built: boolean })[] {
  const kind = landmarkKind(tags);
  if (!kind) return [];
  return [
    {
      kind,
      name: tags["name"],
      surface,
      built: has(tags, "building") || kind === "fort" || kind === "monument",
    },
  ];
}

function findSquares(areas: readonly Area[], land: Surface, space: StreetSpace): Square[] {
  const driven = space.surfaces.filter(({ kind }) => kind !== "pedestrian").map(({ surface }) => surface);
  const found = areas
    .filter(({ tags }) => isSquare(tags))
    .map(({ tags, surface }) => ({ tags, surface: without(shared(surface, land), ...driven) }))
    .filter(({ surface }) => surface.length > 0);
  const named = found.filter(({ tags }) => is(tags, "place", "square") && tags["name"]);
  const main = named.sort((one, other) => sizeOf(other.surface) - sizeOf(one.surface))[0];
  return found.map((square) => ({
    name: square.tags["name"],
    main: square === main,
    surface: square.surface,
  }));
}

const isSquare = (tags: Tags) =>
  is(tags, "place", "square") || is(tags, "highway", "pedestrian") || is(tags, "amenity", "marketplace");

const GREEN: readonly { kind: Green["kind"]; key: string; values: readonly string[] }[] = [
  { kind: "churchyard", key: "landuse", values: ["cemetery"] },
  { kind: "churchyard", key: "amenity", values: ["grave_yard"] },
  { kind: "park", key: "leisure", values: ["park", "garden"] },
  { kind: "grove", key: "leisure", values: ["playground", "pitch", "golf_course", "dog_park"] },
  { kind: "grove", key: "natural", values: ["wood", "scrub", "heath", "grassland"] },
  {
    kind: "grove",
    key: "landuse",
    values: ["forest", "grass", "meadow", "village_green", "recreation_ground", "orchard", "allotments"],
  },
];

function greenKind(tags: Tags): Green["kind"] | undefined {
  if (is(tags, "access", "private", "no") || has(tags, "building")) return undefined;
  return GREEN.find(({ key, values }) => is(tags, key, ...values))?.kind;
}

/** Only what everybody may visit is named: a wood or garden may carry its owner's name. */
const nameOfGreen = (tags: Tags) =>
  is(tags, "leisure", "park") || is(tags, "landuse", "cemetery") ? tags["name"] : undefined;

export interface Tree {
  at: Spot;
  /** Of the crown: 0, 1 or 2. */
  size: number;
}

/** Metres between the trees of a row, and the crowns' diameters at which the next size begins. */
const ROW = 9;
const CROWNS = [5, 7];

export function findTrees({ points, lines }: Extract, plane: Plane): Tree[] {
  const single = points
    .filter(({ tags }) => is(tags, "natural", "tree"))
    .map(({ at, tags }) => ({ at: plane.spot(at), size: crownOf(tags) }));
  const rows = lines
    .filter(({ tags }) => is(tags, "natural", "tree_row"))
    .flatMap(({ positions, tags }) =>
      spaced(positions.map(plane.spot)).map((at) => ({ at, size: crownOf(tags) })),
    );
  return [...single, ...rows];
}

function crownOf(tags: Tags): number {
  const crown = metres(tags["diameter_crown"]);
  return crown === undefined ? 1 : CROWNS.filter((least) => crown > least).length;
}

/** Spots at even distances along a line, both its ends among them. */
function spaced(line: Ring): Spot[] {
  const whole = lengthOf(line);
  const steps = Math.max(1, Math.round(whole / ROW));
  return Array.from({ length: steps + 1 }, (_, index) => spotAt(line, (index * whole) / steps));
}
