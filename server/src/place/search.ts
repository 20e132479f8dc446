/** The town's named places by what people type. */
import type { NamedPlace } from "@trygg/shared/place/schema.ts";
import { searchPlaces } from "@trygg/shared/place/search.ts";
import type { Services } from "../context.ts";

export function findPlaces({ town }: Services, query: string): NamedPlace[] {
  return searchPlaces(town.places, query);
}
