/** What the desk is told, as flat rows with a geometry: nothing of an answer but what stands here goes into a file. */
import { roundDegrees, squareCentre, squarePolygon } from "@trygg/shared/geo/square.ts";
import { toGrid, toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { Lamp } from "@trygg/shared/lighting/schema.ts";
import type { Measure } from "@trygg/shared/measures/schema.ts";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { binsOfMask } from "@trygg/shared/time/bins.ts";
import type { Geometry } from "geojson";
import type { StaffContext } from "../context.ts";
import { toCentimetre } from "../lighting/lamps/read-lamp.ts";
import { squaresFor } from "../measures/near.ts";
import { outlineOf } from "../place/outline.ts";
import type { Town } from "../place/town.ts";
import { selectReportsAfter } from "../reports/store.ts";

export interface FlatRow {
  geometry: Geometry | null;
  /** The same keys in every row of a file. */
  properties: Record<string, string | number | null>;
}

interface Tally {
  area: string;
  reports: number;
  voices: number;
}

export const squareRows = (rows: (Tally & { square: string })[]): FlatRow[] =>
  rows.map(({ square, area, reports, voices }) => ({
    geometry: squarePolygon(square),
    properties: { square, area, ...middleOf(square), reports, voices },
  }));

export const areaRows = ({ areas }: Town, rows: Tally[]): FlatRow[] =>
  rows.map(({ area, reports, voices }) => {
    const found = areas.get(area);
    return { geometry: found ? outlineOf(found) : null, properties: { area, reports, voices } };
  });

export const measureRows = (rows: Measure[]): FlatRow[] =>
  rows.map(
    ({ where = null, reason = null, owner = null, cost = null, from = null, to = null, ...measure }) => {
      const { id, kind, area, title, state, publicText = null, updatedOn } = measure;
      return {
        geometry: where,
        properties: { id, kind, area, title, state, reason, owner, cost, from, to, publicText, updatedOn },
      };
    },
  );

/** With the place in metres of the national grid too, as who works with lamps measures. */
export const lampRows = (rows: Lamp[]): FlatRow[] =>
  rows.map(({ at, ...lamp }) => {
    const { east, north } = toGrid(at);
    const { id, area, height, flux, luminaire, direction, tilt, dimming, screened, ...known } = lamp;
    const { owner, status, statusSince, statusSource } = known;
    return {
      geometry: { type: "Point", coordinates: [at.lng, at.lat] },
      properties: {
        id,
        area,
        ...at,
        east: toCentimetre(east),
        north: toCentimetre(north),
        height,
        flux,
        luminaire,
        direction,
        tilt,
        dimming,
        screened,
        owner,
        status,
        statusSince,
        statusSource,
      },
    };
  });

export const presenceRows = (
  rows: { square: string; minutes: number; patrols: number; last: string }[],
): FlatRow[] =>
  rows.map(({ square, minutes, patrols, last }) => ({
    geometry: squarePolygon(square),
    properties: { square, ...middleOf(square), minutes, patrols, last },
  }));

const middleOf = (square: string) => degreesOf(squareCentre(square));

function degreesOf(position: { east: number; north: number }) {
  const { lng, lat } = toLngLat(position);
  return { lng: roundDegrees(lng), lat: roundDegrees(lat) };
}

const PART = 5000;

/** Single reports in the order of their random ids, which stay behind. Lists stand in one cell, parted by spaces. */
export async function* pointRows(context: StaffContext, filter: ReportFilter): AsyncGenerator<FlatRow> {
  const near = await squaresFor(context, filter);
  for (let after: string | undefined; ;) {
    const rows = await selectReportsAfter(context.db, filter, near, after, PART);
    for (const { east, north, square, area, receivedOn, feeling, bins, light, impact, ...row } of rows) {
      const { lng, lat } = degreesOf({ east, north });
      const [reasons, when] = [row.reasons.join(" "), binsOfMask(bins).join(" ")];
      yield {
        geometry: { type: "Point", coordinates: [lng, lat] },
        properties: { lng, lat, square, area, receivedOn, feeling, reasons, when, light, impact },
      };
    }
    if (rows.length < PART) return;
    after = rows.at(-1)?.id;
  }
}
