/**
 * Choosing a place from a list in steps: an area, then a street or a named place in it, then which stretch of the street.
 * The browser's script and the server without script settle what was chosen by the same rules.
 */
import type { LngLat } from "../geo/sweref.ts";
import type { NamedPlace } from "./schema.ts";
import type { Stretch } from "./stretches.ts";

type Piece = Pick<Stretch, "id" | "street" | "from" | "to" | "at" | "area">;
type Place = Pick<NamedPlace, "id" | "name" | "kind" | "at" | "area">;

export interface ListData {
  places: readonly Place[];
  stretches: readonly Piece[];
}

/** What an area holds: a place, which is enough, or a street with its stretches there. */
export interface Entry {
  /** That of the place, or the name of the street. */
  id: string;
  name: string;
  stretches: Piece[];
}

export interface ListChoice {
  area: string;
  /** The id of an entry. */
  street: string;
  /** The id of a stretch or of a named place. */
  place: string;
}

/** Streets first, then places, each by the alphabet. */
export function entriesOf({ places, stretches }: ListData, area: string): Entry[] {
  const here = stretches.filter((each) => each.area === area);
  const streets = [...new Set(here.map(({ street }) => street))].map((street) => ({
    id: street,
    name: street,
    stretches: here.filter((each) => each.street === street),
  }));
  const named = places
    .filter((each) => each.area === area && each.kind !== "street" && each.kind !== "crossing")
    .map(({ id, name }) => ({ id, name, stretches: [] }));
  return [...streets.toSorted(byName), ...named.toSorted(byName)];
}

const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name, "sv");

/** Drops what does not hang together, and takes what leaves no choice. */
export function settleChoice({ area, street, place }: ListChoice, data: ListData): ListChoice {
  const entry = entriesOf(data, area).find(({ id }) => id === street);
  if (!entry) return { area, street: "", place: "" };
  const [only, ...more] = entry.stretches;
  if (!only) return { area, street, place: entry.id };
  if (more.length === 0) return { area, street, place: only.id };
  return { area, street, place: entry.stretches.some(({ id }) => id === place) ? place : "" };
}

/** A report is kept as one point: that of a stretch is its middle, and only the words tell of a stretch. */
export function pointOfStretch(id: string, stretches: readonly Piece[]): LngLat | null {
  return stretches.find((each) => each.id === id)?.at ?? null;
}
