/** The monthly release of reports: table 1 by area, table 2 by reason. */
import { unsafePlaces, reasonTable } from "@trygg/shared/releases/schema.ts";
import { bands } from "@trygg/shared/reports/terms.ts";
import type { Services } from "../context.ts";
import { storeKey } from "../database/keys.ts";
import { outlineOf } from "../place/outline.ts";
import type { Town } from "../place/town.ts";
import { selectForRelease } from "../reports/store.ts";
import type { PublishedTables } from "./attack/attack.ts";
import { REASONS, UNSAFE_PLACES } from "./file-names.ts";
import { type PublicFile, publicFile } from "./files.ts";
import { type ToldCells, areaCell, reasonCell, tellReports } from "./protect.ts";
import { selectToldCells } from "./store.ts";
import type { ReleaseWindow } from "./window.ts";

interface ReportsRelease {
  files: PublicFile[];
  /** The same as the files hold. */
  tables: PublishedTables;
  /** To remember for the next release. */
  told: ToldCells;
}

/** The release of reports over a window. */
export async function tellReportsRelease(
  { db, town }: Services,
  window: ReleaseWindow,
): Promise<ReportsRelease> {
  const reports = await selectForRelease(db, window.from, window.to);
  const noiseKey = await storeKey(db, "noise");
  const before = await selectToldCells(db);
  const told = tellReports(reports, town.areas.values(), town.reasons.values(), noiseKey, before);
  const tables = { unsafePlaces: areaTable(town, told), reasons: reasonsTable(town, told) };
  const files = await Promise.all([
    publicFile(UNSAFE_PLACES, "application/geo+json", unsafePlaces, tables.unsafePlaces),
    publicFile(REASONS, "application/json", reasonTable, tables.reasons),
  ]);
  return { files, tables, told };
}

function areaTable(town: Town, told: ToldCells) {
  const classOf = (cell: string) => told.get(cell)?.class ?? "few";
  return {
    type: "FeatureCollection" as const,
    features: [...town.areas.values()].map((area) => ({
      type: "Feature" as const,
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

function reasonsTable(town: Town, told: ToldCells) {
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
