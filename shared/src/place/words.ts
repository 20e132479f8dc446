/**
 * A position in words: the crossing it stands at, the stretch of street it lies along, or the named place it is near.
 * Only what to say is told here; the sentence is a language's own. It runs in the page, on what came with the page: where
 * somebody points is sent to nobody to be put into words.
 */
import { metresBetween, metresToLine } from "../geo/distance.ts";
import type { LngLat } from "../geo/sweref.ts";
import type { NamedPlace } from "./schema.ts";
import type { Stretch } from "./stretches.ts";

export type Whereabouts =
  | { kind: "crossing"; street: string; other: string }
  | { kind: "street"; street: string; from: string | null; to: string | null }
  | { kind: "place"; name: string };

type Told = Pick<Stretch, "street" | "from" | "to" | "line">;
type Place = Pick<NamedPlace, "name" | "kind" | "at">;

/** Metres within which somebody stands at a crossing, and beyond which nothing is near any more. */
export const AT_CROSSING = 15;
export const NEAR = 250;

/** What streets are known by already. */
const ofStreets: Place["kind"][] = ["street", "crossing"];

/** Null where nothing with a name is near. The nearest wins; a street before a place that is as near. */
export function whereaboutsOf(
  at: LngLat,
  stretches: readonly Told[],
  places: readonly Place[],
): Whereabouts | null {
  const street = nearestOf(stretches, ({ line }) => metresToLine(at, line));
  const place = nearestOf(
    places.filter(({ kind }) => !ofStreets.includes(kind)),
    (each) => metresBetween(at, each.at),
  );
  const nearest = Math.min(street?.metres ?? Infinity, place?.metres ?? Infinity);
  if (nearest > NEAR) return null;
  if (place && place.metres === nearest && place.metres !== street?.metres)
    return { kind: "place", name: place.item.name };
  return street ? alongStreet(at, street.item) : null;
}

function alongStreet(at: LngLat, { street, from, to, line }: Told): Whereabouts {
  const ends = [
    { other: from, spot: line[0] },
    { other: to, spot: line.at(-1) },
  ];
  const end = nearestOf(ends, ({ spot }) =>
    spot ? metresBetween(at, { lng: spot[0], lat: spot[1] }) : Infinity,
  );
  if (end && end.metres <= AT_CROSSING && end.item.other !== null)
    return { kind: "crossing", street, other: end.item.other };
  return { kind: "street", street, from, to };
}

function nearestOf<T>(items: readonly T[], metresTo: (item: T) => number) {
  let best: { item: T; metres: number } | null = null;
  for (const item of items) {
    const metres = metresTo(item);
    if (!best || metres < best.metres) best = { item, metres };
  }
  return best;
}
