/** Street lamps of an extract. It says where they stand, and seldom more. */
import type { GridPosition } from "@trygg/shared/geo/sweref.ts";
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import { type LampStatus, lampInput, untoldLight } from "@trygg/shared/lighting/schema.ts";
import type { Tags } from "../../imports/formats/osm-item.ts";
import { isSame } from "../../lighting/lamps/lay-over.ts";
import { toCentimetre } from "../../lighting/lamps/read-lamp.ts";
import type { LampChange, LampRow } from "../../lighting/store.ts";
import { type Box, type Extract, isWithin } from "./extract.ts";
import { is, metres } from "./tags.ts";

/** What the extract says of a lamp; undefined is what it does not say. */
export interface FoundLamp {
  id: string;
  east: number;
  north: number;
  area: string | null;
  height: number | undefined;
  owner: LampRow["owner"] | undefined;
  status: LampStatus | undefined;
}

export function findLamps(
  { points }: Extract,
  bounds: Box,
  areaAt: (at: GridPosition) => string | undefined,
  municipality: string,
): FoundLamp[] {
  return points
    .filter(({ at, tags }) => is(tags, "highway", "street_lamp") && isWithin(at, bounds))
    .map(({ id, at: [lng, lat], tags }) => {
      const grid = toGrid({ lng, lat });
      return {
        id: `osm-${id}`,
        east: toCentimetre(grid.east),
        north: toCentimetre(grid.north),
        area: areaAt(grid) ?? null,
        height: lampInput.shape.height.safeParse(metres(tags["height"])).data ?? undefined,
        owner: ownerOf(tags, municipality),
        status: statusOf(tags),
      };
    });
}

function ownerOf(tags: Tags, municipality: string): FoundLamp["owner"] {
  const owner = tags["owner"] ?? tags["operator"];
  if (owner === municipality) return "municipality";
  return owner === "Trafikverket" ? "road-administration" : undefined;
}

function statusOf(tags: Tags): LampStatus | undefined {
  if (is(tags, "operational_status", "broken", "defective", "out_of_order")) return "broken";
  return is(tags, "disused", "yes") ? "off" : undefined;
}

const SOURCE = "OpenStreetMap";

export interface LampsTold {
  /** `2026-11-23`. */
  day: string;
}

interface SortedLamps {
  ids: Set<string>;
  added: LampRow[];
  changed: LampChange[];
  unchanged: number;
}

export function sortLamps(
  found: readonly FoundLamp[],
  known: readonly LampRow[],
  told: LampsTold,
): SortedLamps {
  const byId = new Map(known.map((lamp) => [lamp.id, lamp]));
  const sorted: SortedLamps = { ids: new Set(), added: [], changed: [], unchanged: 0 };
  for (const lamp of found) {
    sorted.ids.add(lamp.id);
    const before = byId.get(lamp.id);
    const after = before ? corrected(before, lamp, told) : added(lamp, told);
    if (!before) sorted.added.push(after);
    else if (isSame(before, after)) sorted.unchanged += 1;
    else sorted.changed.push({ before, after });
  }
  return sorted;
}

/** A lamp that nobody knew: it counts as working when nothing says otherwise. */
function added(found: FoundLamp, { day }: LampsTold): LampRow {
  const { height = null, owner = "unknown", status = "working", ...where } = found;
  const known = { statusSince: day, statusSource: SOURCE, importId: null, version: 1 };
  return { ...where, height, flux: null, ...untoldLight, owner, status, ...known };
}

/** The lamp as the extract corrects it: what staff know and the extract does not tell stays. */
function corrected(before: LampRow, found: FoundLamp, { day }: LampsTold): LampRow {
  const { east, north, area, height = before.height, owner = before.owner, status = before.status } = found;
  const turned = status === before.status ? {} : { statusSince: day, statusSource: SOURCE };
  return { ...before, east, north, area, height, owner, status, ...turned };
}
