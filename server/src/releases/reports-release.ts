/** The monthly release of reports: table 1 by area, table 2 by reason. */
import {
  REASONS,
  REASONS_TABLE,
  UNSAFE_PLACES,
  UNSAFE_PLACES_TABLE,
} from "@trygg/shared/releases/file-names.ts";
import { type VoiceClass, MIN_VOICES, classRange } from "@trygg/shared/releases/rule.ts";
import {
  type ReasonTable,
  type UnsafePlaces,
  reasonTable,
  unsafePlaces,
} from "@trygg/shared/releases/schema.ts";
import {
  type ReasonRow,
  type UnsafePlaceRow,
  reasonRow,
  unsafePlaceRow,
} from "@trygg/shared/releases/tables.ts";
import { bands, feelings } from "@trygg/shared/reports/terms.ts";
import { addMonths, localDate } from "@trygg/shared/time/local.ts";
import type { Services } from "../context.ts";
import { storeKey } from "../database/keys.ts";
import { outlineOf } from "../place/outline.ts";
import type { Town } from "../place/town.ts";
import { setBurstsApart } from "../reports/bursts/find.ts";
import { selectForRelease } from "../reports/store.ts";
import { areaCell, cellsOf, minimumOfArea, reasonCell } from "./cells.ts";
import { type PublicFile, publicFile, publicTable } from "./files.ts";
import { type ToldCells, tellReports } from "./protect.ts";
import { selectToldCells } from "./store.ts";
import type { ReleaseWindow } from "./window.ts";

/** The two tables as they are published. */
export interface ReportTables {
  unsafePlaces: UnsafePlaces;
  reasons: ReasonTable;
}

interface ReportsRelease {
  tables: ReportTables;
  /** To remember for the next release. */
  told: ToldCells;
}

/** What a release of reports over a window tells. */
export async function tellReportsRelease(services: Services, window: ReleaseWindow): Promise<ReportsRelease> {
  const { db, town, now, afterwards } = services;
  // What has just come in must have been held to its device's cap before it is counted.
  await afterwards.finished();
  // A node may have been stopped before it had looked at what it stored.
  const today = localDate(now(), town.place.timeZone);
  await setBurstsApart(services, { from: addMonths(window.to, -2), to: today, squares: null });
  const reports = await selectForRelease(db, window.from, window.to);
  const noiseKey = await storeKey(db, "noise");
  const before = await selectToldCells(db);
  const told = tellReports(reports, window.to, cellsOf(town), noiseKey, before);
  return { tables: { unsafePlaces: areaTable(town, told), reasons: reasonsTable(town, told) }, told };
}

/** The files of that release. */
export function reportFiles(
  town: Town,
  { unsafePlaces: areas, reasons }: ReportTables,
): Promise<PublicFile[]> {
  return Promise.all([
    publicFile(UNSAFE_PLACES, "application/geo+json", unsafePlaces, areas),
    publicTable(UNSAFE_PLACES_TABLE, unsafePlaceRow, areaRows(town, areas)),
    publicFile(REASONS, "application/json", reasonTable, reasons),
    publicTable(REASONS_TABLE, reasonRow, reasonRows(town, reasons)),
  ]);
}

function areaTable(town: Town, told: ToldCells): UnsafePlaces {
  const classOf = (cell: string) => told.get(cell)?.class ?? "few";
  return {
    type: "FeatureCollection",
    features: [...town.areas.values()].map((area) => ({
      type: "Feature",
      id: area.id,
      geometry: outlineOf(area),
      properties: {
        area: area.id,
        name: area.name,
        unsafeDay: classOf(areaCell(area.id, "day", "unsafe")),
        unsafeDark: classOf(areaCell(area.id, "dark", "unsafe")),
        safeDay: classOf(areaCell(area.id, "day", "safe")),
        safeDark: classOf(areaCell(area.id, "dark", "safe")),
      },
    })),
  };
}

function reasonsTable(town: Town, told: ToldCells): ReasonTable {
  const rows = [...town.reasons.values()].flatMap(({ id, feeling }) =>
    bands.map((band) => ({
      band,
      feeling,
      reason: id,
      voices: told.get(reasonCell(id, band))?.class ?? "few",
    })),
  );
  return { rows };
}

function areaRows(town: Town, { features }: UnsafePlaces): UnsafePlaceRow[] {
  return features.flatMap(({ properties: { area, name, ...told } }) =>
    feelings.flatMap((feeling) =>
      bands.map((band) => ({
        area,
        name_sv: name.sv,
        name_en: name.en,
        band,
        feeling,
        ...rangeOf(told[`${feeling}${band === "day" ? "Day" : "Dark"}`], minimumOfArea(town, area)),
      })),
    ),
  );
}

function reasonRows(town: Town, { rows }: ReasonTable): ReasonRow[] {
  return rows.map(({ reason, feeling, band, voices }) => {
    const { sv = reason, en = reason } = town.reasons.get(reason)?.name ?? {};
    return { reason, name_sv: sv, name_en: en, feeling, band, ...rangeOf(voices, MIN_VOICES) };
  });
}

function rangeOf(voices: VoiceClass, minimum: number) {
  const [from, to] = classRange(voices, minimum);
  return { voices, at_least: from, at_most: to === Infinity ? null : to };
}
