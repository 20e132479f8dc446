/** Finding a street, a crossing, a named place, a release area or a lamp by what people type, from memory. */
import { roundDegrees, squareCentre } from "@trygg/shared/geo/square.ts";
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { Lamp } from "@trygg/shared/lighting/schema.ts";
import type { Area, FoundPlace } from "@trygg/shared/place/schema.ts";
import { type Search, openSearch } from "@trygg/shared/place/search.ts";
import type { Services } from "../context.ts";
import { hold } from "../held.ts";
import { listLamps } from "../lighting/lamps/lamps.ts";
import type { Town } from "./town.ts";

export interface PlaceSearch {
  find(query: string): FoundPlace[];
  /** Reads the lamps anew. */
  reload(): Promise<void>;
}

interface Entry {
  name: string;
  alias: string;
  found: FoundPlace;
}

/** Opens the search over the town as it is at each moment and the lamps as they were last read. */
export async function openPlaceSearch({ db }: Pick<Services, "db">, town: () => Town): Promise<PlaceSearch> {
  const held = await hold(() => listLamps({ db }));
  let opened: { town: Town; lamps: Lamp[]; search: Search<Entry> } | undefined;
  return {
    find(query) {
      const [now, lamps] = [town(), held.now()];
      if (opened?.town !== now || opened.lamps !== lamps)
        opened = { town: now, lamps, search: openSearch(entriesOf(now, lamps)) };
      return opened.search.find(query).map(({ found }) => found);
    },
    reload: held.reload,
  };
}

function entriesOf(town: Town, lamps: Lamp[]): Entry[] {
  return [
    ...town.places.map((found) => ({ name: found.name, alias: "", found })),
    ...[...town.areas.values()].map(areaEntry),
    ...lamps.map((lamp) => lampEntry(lamp, town)),
  ];
}

function areaEntry({ id, name, squares }: Area): Entry {
  const centres = squares.map(squareCentre);
  const middle = toLngLat({
    east: centres.reduce((sum, { east }) => sum + east, 0) / centres.length,
    north: centres.reduce((sum, { north }) => sum + north, 0) / centres.length,
  });
  const at = { lng: roundDegrees(middle.lng), lat: roundDegrees(middle.lat) };
  return {
    name: name.sv,
    alias: name.en,
    found: { id, name: name.sv, kind: "area", at, area: id, certainty: "sure" },
  };
}

/** Found by its number; on a schematic map nobody knows where it really stands. */
function lampEntry({ id, at, area }: Lamp, { place }: Town): Entry {
  const certainty = place.schematic ? "unsure" : "sure";
  return {
    name: id,
    alias: "lampa lamp",
    found: { id, name: id, kind: "lamp", at, ...(area ? { area } : {}), certainty },
  };
}
