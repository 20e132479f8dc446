/**
 * A town's folder in `data/`, read and checked at start; nothing of it is written in code. Files that were imported
 * stand in place of those in the folder, and what was set at the desk lies over either.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type AccessibilityFile, accessibilityFile } from "@trygg/shared/accessibility/schema.ts";
import { type Ground, disclosuresFile } from "@trygg/shared/disclosures/schema.ts";
import type { GridPosition, LngLat } from "@trygg/shared/geo/sweref.ts";
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import { squareAt } from "@trygg/shared/geo/square.ts";
import { type Reason, categoriesFile } from "@trygg/shared/place/categories.ts";
import { type LightingFile, lightingFile } from "@trygg/shared/lighting/town.ts";
import { dwellingsOf } from "@trygg/shared/place/dwellings.ts";
import { footfallFile } from "@trygg/shared/place/footfall.ts";
import { type Network, crossingsOf, networkFile, readNetwork } from "@trygg/shared/place/network.ts";
import { populationFile } from "@trygg/shared/place/population.ts";
import {
  type Area,
  type NamedPlace,
  type Place,
  areasFile,
  placeFile,
  placesFile,
} from "@trygg/shared/place/schema.ts";
import { type Stretch, stretchesOf } from "@trygg/shared/place/stretches.ts";
import { privacyFile } from "@trygg/shared/place/privacy.ts";
import { type CitizenPromise, promiseFile } from "@trygg/shared/promise/schema.ts";
import { type ReleaseCalendar, releasesFile } from "@trygg/shared/releases/calendar.ts";
import { type Service, serviceFile } from "@trygg/shared/place/service.ts";
import { type Retention, retentionFile } from "@trygg/shared/retention/schema.ts";
import type { z } from "zod";
import { StartRefusal } from "../refusal.ts";
import { root } from "../root.ts";
import { type SetValues, laySettings } from "./settings/lay.ts";

export interface Town {
  files: TownFiles;
  place: Place;
  areas: Map<string, Area>;
  /** Dwellings of each release area; null where people live but it is not known in how many, no entry where nothing is. */
  dwellings: Map<string, number | null>;
  reasons: Map<string, Reason>;
  /** Where people walk. */
  network: Network;
  /** Named places, and where two streets of the network meet. */
  places: NamedPlace[];
  /** The streets of the centre, and those at its edge, from crossing to crossing. */
  stretches: Stretch[];
  promises: Map<number, CitizenPromise>;
  /** When figures become public, and under which licence. */
  calendar: ReleaseCalendar;
  retention: Retention;
  service: Service;
  /** Thousand who pass each square in the dark in a year; null where nobody has counted. */
  footfall: ReadonlyMap<string, number> | null;
  /** What light is computed with, and what it costs to change. */
  lighting: LightingFile;
  /** Who answers for the personal data. */
  privacy: z.infer<typeof privacyFile>;
  /** Who can use what, as far as is known. */
  accessibility: AccessibilityFile;
  /** Why something is masked in a report that is given out, the usual ground first. */
  grounds: Ground[];
  /** The release area of a square, if the centre covers it. */
  areaOf(square: string): string | undefined;
  areaAt(at: GridPosition): string | undefined;
  /** Whether a position, however wild its numbers, lies in a release area. */
  covers(at: LngLat): boolean;
}

export interface TownFiles {
  /** How a file is called in messages. */
  path(name: string): string;
  has(name: string): boolean;
  /** Throws the system's error when there is none. */
  read(name: string): Buffer;
  /** Names within a folder of the town, such as `basemap`. */
  list(folder: string): string[];
  /** The folder alone, without what was imported or set. */
  own: TownFiles;
  /** Without what was set. */
  unset: TownFiles;
}

/** The folder of a town in `data/`; one that is not there is refused with those that are. */
export function townFolder(name: string): string {
  const folder = join(root, "data", name);
  if (existsSync(join(folder, "place.json"))) return folder;
  const known = readdirSync(join(root, "data")).filter((each) =>
    existsSync(join(root, "data", each, "place.json")),
  );
  throw new StartRefusal(`PLACE: expected one of ${known.join(", ")}, got "${name}"`);
}

const NONE: ReadonlyMap<string, Buffer> = new Map();

export function loadTown(name: string, imported = NONE, set: SetValues = new Map()): Town {
  const files = laySettings(layFiles(townFolder(name), imported), set);
  const { areas } = read(files, "areas.json", areasFile);
  const squares = new Map(areas.flatMap((area) => area.squares.map((square) => [square, area.id] as const)));
  const areaOf = (square: string) => squares.get(square);
  const network = readNetwork(read(files, "network.geojson", networkFile));
  const promises = files
    .list("promises")
    .filter((file) => file.endsWith(".json"))
    .map((file) => read(files, `promises/${file}`, promiseFile));
  return {
    files,
    place: read(files, "place.json", placeFile),
    areas: new Map(areas.map((area) => [area.id, area])),
    dwellings: readDwellings(files, areas),
    reasons: new Map(
      read(files, "categories.json", categoriesFile).reasons.map((reason) => [reason.id, reason]),
    ),
    network,
    places: withCrossings(read(files, "places.json", placesFile).places, network, (at) =>
      areaOf(squareAt(at)),
    ),
    stretches: stretchesOf(network, (at) => areaOf(squareAt(toGrid(at)))).filter(
      ({ area, line }) =>
        area !== undefined || line.some(([lng, lat]) => areaOf(squareAt(toGrid({ lng, lat })))),
    ),
    promises: new Map(promises.map((promise) => [promise.year, promise])),
    calendar: read(files, "releases.json", releasesFile),
    retention: read(files, "retention.json", retentionFile).months,
    service: read(files, "service.json", serviceFile),
    footfall: readFootfall(files),
    lighting: read(files, "lighting.json", lightingFile),
    privacy: read(files, "privacy.json", privacyFile),
    accessibility: read(files, "accessibility.json", accessibilityFile),
    grounds: read(files, "disclosures.json", disclosuresFile).grounds,
    areaOf,
    areaAt: (at) => areaOf(squareAt(at)),
    covers: (at) => isOnEarth(at) && areaOf(squareAt(toGrid(at))) !== undefined,
  };
}

function readDwellings(files: TownFiles, areas: Area[]): Town["dwellings"] {
  if (!files.has("population.json")) return new Map();
  const { squares } = read(files, "population.json", populationFile);
  return new Map(areas.map((area) => [area.id, dwellingsOf(area, squares)]));
}

function readFootfall(files: TownFiles): Town["footfall"] {
  if (!files.has("footfall.json")) return null;
  const { squares } = read(files, "footfall.json", footfallFile);
  return new Map(squares.map(({ square, thousands }) => [square, thousands]));
}

/** A folder with imported files laid over it. */
export function layFiles(folder: string, imported = NONE): TownFiles {
  const files: TownFiles = {
    path: (name) => (imported.has(name) ? `imported ${name}` : join(folder, name)),
    has: (name) => imported.has(name) || existsSync(join(folder, name)),
    read: (name) => imported.get(name) ?? readFileSync(join(folder, name)),
    list: (inner) => [
      ...new Set([
        ...readdirSync(join(folder, inner)),
        ...[...imported.keys()]
          .filter((name) => name.startsWith(`${inner}/`))
          .map((name) => name.slice(inner.length + 1)),
      ]),
    ],
    get own() {
      return imported.size === 0 ? files : layFiles(folder);
    },
    get unset() {
      return files;
    },
  };
  return files;
}

function withCrossings(
  places: NamedPlace[],
  network: Network,
  areaAt: (at: GridPosition) => string | undefined,
): NamedPlace[] {
  const crossings = crossingsOf(network).map(({ at, ...crossing }): NamedPlace => {
    const area = areaAt(toGrid(at));
    return { ...crossing, kind: "crossing", at, ...(area ? { area } : {}) };
  });
  const taken = new Set(places.map(({ id }) => id));
  return [...places, ...crossings.filter(({ id }) => !taken.has(id))];
}

/** The projection answers nonsense beyond the globe. */
const isOnEarth = ({ lng, lat }: LngLat) => Math.abs(lng) <= 180 && Math.abs(lat) < 90;

/** Reads one file of a town; what is wrong with it is one plain line that names the place. */
export function read<T extends z.ZodType>(files: TownFiles, name: string, schema: T): z.output<T> {
  const path = files.path(name);
  let content: unknown;
  try {
    content = JSON.parse(files.read(name).toString());
  } catch (error) {
    throw new StartRefusal(`${path}: expected a JSON file (${(error as Error).message})`);
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StartRefusal(`${path}: ${issue?.path.join(".")}: ${issue?.message}`);
}
