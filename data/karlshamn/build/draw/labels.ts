/** Names as points and lines of their own, so that the map can place them by rank instead of by chance. */
import { bbox, centroid, point } from "@turf/turf";
import type { Street } from "../description/street.ts";
import { NAMES, NAMES_ALONG, STREET_NAMES, WAYS_OUT } from "../description/labels.ts";
import { distanceAlong, lengthOf, meetings, slice } from "../geometry/cutting.ts";
import { smoothLine } from "../geometry/smooth-line.ts";
import type { Line, Position } from "../geometry/shapes.ts";
import { line, toDegrees } from "../geometry/town-frame.ts";
import { type Drawn, drawn, type Properties } from "../geometry/write.ts";
import type { DrawnBuilding } from "./buildings.ts";
import type { DrawnStreet } from "./streets.ts";
import type { Town } from "./town.ts";

/** Metres of street that a name may take on either side of its spot, while the quarter is in view. */
const REACH = { 2: 170, 3: 112, 4: 70 };

/** A block front shorter than this has no room for a name, even close by; metres. */
const SHORTEST_FRONT = 44;

/** Metres between a building's wall and its name. */
const BESIDE = 3;

export function drawLabels(
  town: Town,
  buildings: readonly DrawnBuilding[],
  streets: readonly DrawnStreet[],
): Drawn[] {
  return [
    ...NAMES.map(({ name, kind, rank, at, certainty }) =>
      drawn(point(toDegrees(at)), { kind, name, rank, certainty }),
    ),
    ...NAMES_ALONG.map(({ name, kind, rank, spots, certainty }) =>
      drawn(line(smoothLine(spots)), { kind, name, rank, certainty }),
    ),
    ...WAYS_OUT.map(({ name, spots }) =>
      drawn(line(smoothLine(spots)), { kind: "way-out", name, rank: 2, certainty: "fair" }),
    ),
    ...town.squares.map(({ square, surface }) =>
      drawn(centroid(surface), {
        kind: "square",
        name: square.name,
        rank: square.lined ? 1 : 3,
        certainty: square.certainty,
      }),
    ),
    ...town.greens.flatMap(({ green, surface }) =>
      green.name
        ? [drawn(centroid(surface), { kind: "park", name: green.name, rank: 2, certainty: green.certainty })]
        : [],
    ),
    ...buildings.flatMap(buildingName),
    ...STREET_NAMES.flatMap(({ street, rank, first, at }) =>
      at.map((spot) => {
        const { line: whole, street: named } = find(streets, street);
        return streetName(around(whole, toDegrees(spot), REACH[rank]), named, {
          rank,
          ...(first ? { first } : {}),
        });
      }),
    ),
    ...streets.flatMap((street) => namesByBlock(street, streets)),
  ];
}

/** Outside the south wall, or the north one, because buildings grow with the zoom and letters do not. */
function buildingName({ building, outline }: DrawnBuilding): Drawn[] {
  const { name, kind, rank, certainty } = building;
  if (!name) return [];
  const [west, south, east, north] = bbox(outline);
  const away = BESIDE / 111_320;
  const middle = (west + east) / 2;
  if (kind === "fort") return [drawn(centroid(outline), { kind, name, rank, side: "on", certainty })];
  const at = building.nameAbove ? [middle, north + away] : [middle, south - away];
  return [drawn(point(at), { kind, name, rank, side: building.nameAbove ? "above" : "below", certainty })];
}

/** The stretch of a line that reaches so many metres to either side of a spot, or less near its ends. */
function around(whole: Line, spot: Position, metres: number): Line {
  const at = distanceAlong(whole, spot);
  const reach = Math.min(metres, at, lengthOf(whole) - at);
  return slice(whole, at - reach, at + reach);
}

function namesByBlock({ street, line: whole }: DrawnStreet, streets: readonly DrawnStreet[]): Drawn[] {
  // What has its name at a spot of its own is not named again along its line.
  if (!street.name || NAMES.some(({ name }) => name === street.name)) return [];
  const crossed = streets
    .filter((other) => other.street.id !== street.id && other.street.kind !== "path")
    .flatMap((other) => meetings(whole, other.line));
  const marks = [0, ...crossed, lengthOf(whole)].sort((one, next) => one - next);
  return marks.slice(1).flatMap((to, index) => {
    const from = marks[index] as number;
    return to - from > SHORTEST_FRONT ? [streetName(slice(whole, from, to), street, { rank: 5 })] : [];
  });
}

function streetName(along: Line, { name, certainty }: Street, more: Properties): Drawn {
  return drawn(along, { kind: "street", name: name ?? "", ...more, certainty });
}

function find(streets: readonly DrawnStreet[], id: string): DrawnStreet {
  const found = streets.find(({ street }) => street.id === id);
  if (!found) throw new RangeError(`expected the id of a described street, got "${id}"`);
  return found;
}
