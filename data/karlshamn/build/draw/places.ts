/** What people search for: streets, squares, parks, buildings, bridges, quays and waters, each at a point. */
import { centroid } from "@turf/turf";
import { type NamedPlace, slugOf } from "@trygg/shared/place/schema.ts";
import { roundDegrees } from "@trygg/shared/geo/square.ts";
import type { Certainty, Spot } from "../description/frame.ts";
import { NAMES, NAMES_ALONG } from "../description/labels.ts";
import { STATION } from "../description/railway.ts";
import { lengthOf, spotAt } from "../geometry/cutting.ts";
import type { Position, Surface } from "../geometry/shapes.ts";
import { toDegrees } from "../geometry/town-frame.ts";
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

function middle(surface: Surface): Position {
  return centroid(surface).geometry.coordinates;
}

function withoutRepeats(places: readonly NamedPlace[]): NamedPlace[] {
  const seen = new Set<string>();
  return places.filter(({ id }) => !seen.has(id) && seen.add(id));
}
