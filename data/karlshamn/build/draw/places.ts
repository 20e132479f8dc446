/** What people search for: streets, crossings, squares, parks, buildings, bridges, quays and waters, each at a point. */
import { centroid, lineIntersect } from "@turf/turf";
import type { NamedPlace } from "@trygg/shared/place/schema.ts";
import { roundDegrees } from "@trygg/shared/geo/square.ts";
import type { Certainty, Spot } from "../description/frame.ts";
import { NAMES, NAMES_ALONG } from "../description/labels.ts";
import { STATION } from "../description/railway.ts";
import { distanceAlong, lengthOf, spotAt } from "../geometry/cutting.ts";
import type { Position, Surface } from "../geometry/shapes.ts";
import { toDegrees } from "../geometry/town-frame.ts";
import type { DrawnStreet } from "./streets.ts";
import type { Plan } from "../drawing.ts";

/** Metres out on a road that leaves the town, where its point stands. */
const NEAR_TOWN = 8;

export function drawPlaces(
  { town, buildings, streets, bridges }: Plan,
  areaAt: (position: Position) => string | undefined,
): NamedPlace[] {
  const place = (
    name: string,
    kind: NamedPlace["kind"],
    at: Position,
    certainty: Certainty,
    id = slugOf(name),
  ): NamedPlace => {
    const area = areaAt(at);
    return {
      id,
      name,
      kind,
      at: { lng: roundDegrees(at[0] ?? 0), lat: roundDegrees(at[1] ?? 0) },
      ...(area ? { area } : {}),
      certainty,
    };
  };
  const named = streets.filter(({ street }) => street.name);
  const all = [
    ...named.map(({ street, line }) =>
      place(
        street.name ?? "",
        "street",
        spotAt(line, street.fades ? NEAR_TOWN : lengthOf(line) / 2),
        street.certainty,
        street.id,
      ),
    ),
    ...crossings(named).map(({ name, at, certainty }) => place(name, "crossing", at, certainty)),
    ...town.squares.map(({ square, surface }) =>
      place(square.name, "square", middle(surface), square.certainty),
    ),
    ...town.greens.flatMap(({ green, surface }) =>
      green.name ? [place(green.name, "park", middle(surface), green.certainty)] : [],
    ),
    ...buildings.flatMap(({ building, outline }) =>
      building.name ? [place(building.name, "building", middle(outline), building.certainty)] : [],
    ),
    ...bridges.map(({ bridge, line }) =>
      place(bridge.name, "bridge", spotAt(line, lengthOf(line) / 2), bridge.certainty, bridge.id),
    ),
    ...NAMES.flatMap(({ name, searchedAs, at, certainty }) =>
      searchedAs ? [place(name, searchedAs, toDegrees(at), certainty)] : [],
    ),
    ...NAMES_ALONG.map(({ name, kind, spots, certainty }) =>
      place(name, kind === "quay" ? "quay" : "water", toDegrees(spots[1] as Spot), certainty),
    ),
    place(STATION.name, "stop", toDegrees(STATION.at), "unsure"),
  ];
  return withoutRepeats(all);
}

/** Each pair of named streets that meet, once, in the order in which the streets are described. */
function crossings(named: readonly DrawnStreet[]): { name: string; at: Position; certainty: Certainty }[] {
  return named.flatMap((one, index) =>
    named.slice(index + 1).flatMap((other) => {
      const at = meetingPoint(one, other);
      const certainty = leastOf(one.street.certainty, other.street.certainty);
      return at ? [{ name: `${one.street.name} / ${other.street.name}`, at, certainty }] : [];
    }),
  );
}

function meetingPoint(one: DrawnStreet, other: DrawnStreet): Position | undefined {
  const crossed = lineIntersect(one.line, other.line).features[0];
  if (crossed) return crossed.geometry.coordinates;
  const ends = (line: DrawnStreet["line"]) =>
    [line.geometry.coordinates[0], line.geometry.coordinates.at(-1)] as Position[];
  return (
    ends(one.line).find((end) => touches(other, end)) ?? ends(other.line).find((end) => touches(one, end))
  );
}

function touches({ line }: DrawnStreet, end: Position): boolean {
  const [lng, lat] = spotAt(line, distanceAlong(line, end)) as [number, number];
  return Math.abs(lng - (end[0] ?? 0)) < 1e-5 && Math.abs(lat - (end[1] ?? 0)) < 1e-5;
}

const CERTAINTY: readonly Certainty[] = ["sure", "fair", "unsure"];

function leastOf(one: Certainty, other: Certainty): Certainty {
  return CERTAINTY[Math.max(CERTAINTY.indexOf(one), CERTAINTY.indexOf(other))] as Certainty;
}

function middle(surface: Surface): Position {
  return centroid(surface).geometry.coordinates;
}

function withoutRepeats(places: readonly NamedPlace[]): NamedPlace[] {
  const seen = new Set<string>();
  return places.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** `Södra Fogdelyckegatan` → `sodra-fogdelyckegatan`. */
function slugOf(name: string): string {
  const plain = name
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
}
