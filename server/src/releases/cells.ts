/** The cells of the two tables of reports, and how many voices each needs before anything of it is told. */
import { MIN_DWELLINGS, MIN_VOICES, MIN_VOICES_PROTECTED } from "@trygg/shared/releases/rule.ts";
import { type Band, type Feeling, bands, feelings } from "@trygg/shared/reports/terms.ts";
import type { Town } from "../place/town.ts";

export const areaCell = (area: string, band: Band, feeling: Feeling) => `area ${area} ${band} ${feeling}`;
export const reasonCell = (reason: string, band: Band) => `reason ${reason} ${band}`;

type Places = Pick<Town, "areas" | "reasons" | "dwellings">;

/** Every cell by name with its minimum: `area stortorget dark unsafe`, `reason lighting dark`. */
export function cellsOf(town: Places): Map<string, number> {
  const cells = new Map<string, number>();
  for (const { id } of town.areas.values())
    for (const band of bands)
      for (const feeling of feelings) cells.set(areaCell(id, band, feeling), minimumOfArea(town, id));
  for (const { id } of town.reasons.values())
    for (const band of bands) cells.set(reasonCell(id, band), MIN_VOICES);
  return cells;
}

/** Fewest voices that an area needs; Infinity where so few live that even many voices would point at somebody. */
export function minimumOfArea({ areas, dwellings }: Places, id: string): number {
  const lived = dwellings.get(id) ?? 0;
  if (lived > 0 && lived < MIN_DWELLINGS) return Infinity;
  return areas.get(id)?.protected ? MIN_VOICES_PROTECTED : MIN_VOICES;
}
