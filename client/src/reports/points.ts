/** What stands on each point of the map, read from the buffer of single reports. */
import { indexThings } from "@trygg/shared/geo/nearby.ts";
import { type GridPosition, type LngLat, toGrid, toLngLat } from "@trygg/shared/geo/sweref.ts";
import { feelingOfKind } from "@trygg/shared/reports/kind.ts";
import {
  type Points,
  WORDS_PER_POINT,
  dayOfRest,
  kindOfRest,
  positionOfCell,
} from "@trygg/shared/reports/points.ts";
import { addDays } from "@trygg/shared/time/local.ts";

/** Finds the point nearest a place, none farther than so many metres: the number of its cell. */
export function indexPoints({ head, words }: Points): (at: LngLat, within: number) => number | undefined {
  const cells = new Set<number>();
  for (let at = 0; at < words.length; at += WORDS_PER_POINT) cells.add(words[at] as number);
  const numbers = [...cells];
  const index = indexThings(numbers.map((cell) => positionOfCell(head, cell)));
  return (at, within) => {
    const [nearest] = index.nearest(toGrid(at), 1, within);
    return nearest === undefined ? undefined : numbers[nearest];
  };
}

export interface Standing {
  reports: number;
  unsafe: number;
  safe: number;
  /** The reasons that are given there, most first. */
  reasons: string[];
  /** Day on which the latest came in. */
  latest: string;
}

/** What stands on one point; null where nothing does. */
export function standingOn({ head, words }: Points, cell: number): Standing | null {
  const standing = { reports: 0, unsafe: 0, safe: 0 };
  const given = head.reasons.map(() => 0);
  let latest = 0;
  for (let at = 0; at < words.length; at += WORDS_PER_POINT) {
    if (words[at] !== cell) continue;
    const rest = words[at + 2] as number;
    standing.reports += 1;
    standing[feelingOfKind(kindOfRest(rest))] += 1;
    latest = Math.max(latest, dayOfRest(rest));
    for (let bit = 0; bit < given.length; bit++)
      given[bit] = (given[bit] as number) + (((words[at + 1] as number) >>> bit) & 1);
  }
  if (standing.reports === 0) return null;
  const reasons = head.reasons
    .map((reason, bit) => ({ reason, count: given[bit] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ reason }) => reason);
  return { ...standing, reasons, latest: addDays(head.firstDay, latest) };
}

/** The name of a point in the address: `at_491230_6225430`. */
export const pointName = ({ east, north }: GridPosition) => `at_${Math.round(east)}_${Math.round(north)}`;

/** The name of the point on which a report stands. */
export const pointNameAt = (at: LngLat) => {
  const { east, north } = toGrid(at);
  return pointName({ east: Math.round(east / 10) * 10, north: Math.round(north / 10) * 10 });
};

/** Where a named point lies; null for any other name. */
export function placeOfPoint(name: string | null): LngLat | null {
  const [, east, north] = /^at_(\d{6})_(\d{7})$/.exec(name ?? "") ?? [];
  return east && north ? toLngLat({ east: Number(east), north: Number(north) }) : null;
}
