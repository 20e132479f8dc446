/** The figures of a release as anybody outside can read them. */
import { type VoiceClass, MIN_VOICES } from "@trygg/shared/releases/rule.ts";
import { type Band, type Feeling, bands, feelings } from "@trygg/shared/reports/terms.ts";
import type { Town } from "../../place/town.ts";
import { areaCell, minimumOfArea, reasonCell } from "../cells.ts";
import type { ReportTables } from "../reports-release.ts";

export interface PublishedCell {
  cell: string;
  /** Of the area or the reason. */
  id: string;
  table: "area" | "reason";
  band: Band;
  feeling: Feeling;
  class: VoiceClass;
  /** Below this many voices the figure is told as few. Which places are protected is public as well. */
  minimum: number;
}

export function publishedCells(town: Town, { unsafePlaces, reasons }: ReportTables): PublishedCell[] {
  const areas = unsafePlaces.features.flatMap(({ properties }) =>
    bands.flatMap((band) =>
      feelings.map((feeling): PublishedCell => {
        const key = `${feeling}${band === "day" ? "Day" : "Dark"}` as const;
        return {
          cell: areaCell(properties.area, band, feeling),
          id: properties.area,
          table: "area",
          band,
          feeling,
          class: properties[key],
          minimum: minimumOfArea(town, properties.area),
        };
      }),
    ),
  );
  const given = reasons.rows.map(({ band, feeling, reason, voices }): PublishedCell => ({
    cell: reasonCell(reason, band),
    id: reason,
    table: "reason",
    band,
    feeling,
    class: voices,
    minimum: MIN_VOICES,
  }));
  return [...areas, ...given];
}
