/**
 * In which coordinate system a file stands, and in which order its axes: as named, and held against where the town
 * lies; or recognised from that alone.
 */
import { type Crs, crsCodes, crsNames, fromCrs, readCrs } from "@trygg/shared/geo/crs.ts";
import type { LngLat } from "@trygg/shared/geo/sweref.ts";
import type { Told } from "@trygg/shared/imports/schema.ts";
import type { Place } from "@trygg/shared/place/schema.ts";
import { Refusal } from "../refusal.ts";
import { say } from "./say.ts";

export type Pair = readonly [number, number];

export interface Located {
  toLngLat(pair: Pair): LngLat;
  notes: Told[];
}

/** How many positions are tried, evenly taken from all. */
const TRIED = 500;

export function locate(pairs: readonly Pair[], place: Place, named: string | undefined): Located {
  const known = named === undefined ? undefined : readCrs(named);
  if (named !== undefined && !known)
    throw new Refusal(
      "badFile",
      `expected coordinates in ${Object.values(crsNames).join(", ")}; the file names ${named.slice(0, 60)}`,
    );
  const step = Math.max(1, Math.floor(pairs.length / TRIED));
  const sample = pairs.filter((_, index) => index % step === 0);
  const ways = crsCodes.flatMap((crs) => [
    { crs, swapped: false },
    { crs, swapped: true },
  ]);
  const hits = (way: Way) => sample.filter((pair) => isOnMap(place, toLngLat(way, pair))).length;
  const best = ways.map((way) => ({ ...way, hits: hits(way) })).sort((a, b) => b.hits - a.hits)[0];
  if (!best || best.hits === 0) {
    const [first] = pairs;
    throw new Refusal(
      "outsidePlace",
      `expected positions in ${place.name} in ${Object.values(crsNames).join(", ")}` +
        (first ? `; got ${first.join(", ")}` : "; the file has none"),
    );
  }
  if (known && known !== best.crs)
    throw new Refusal(
      "badFile",
      `expected positions in ${crsNames[known]} (${known}), as named; they lie in ${place.name} as ${crsNames[best.crs]} (${best.crs})`,
    );
  return {
    toLngLat: (pair) => toLngLat(best, pair),
    notes: [
      say(known ? "crsNamed" : "crsRecognised", { name: crsNames[best.crs], crs: best.crs }),
      ...(best.swapped ? [say("axesSwapped")] : []),
    ],
  };
}

interface Way {
  crs: Crs;
  swapped: boolean;
}

const toLngLat = ({ crs, swapped }: Way, [first, second]: Pair): LngLat =>
  fromCrs(crs, swapped ? [second, first] : [first, second]);

/** On the part of the world that the town's map can show. */
export function isOnMap({ bounds: [west, south, east, north] }: Place, { lng, lat }: LngLat): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** Degrees as they are told: six decimals are a decimetre. */
export function outsideMap({ lng, lat }: LngLat): Told {
  const told = (degrees: number) => (Number.isFinite(degrees) ? Number(degrees.toFixed(6)) : String(degrees));
  return say("outsideMap", { lng: told(lng), lat: told(lat) });
}
