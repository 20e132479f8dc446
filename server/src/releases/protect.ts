/** Turns rows into the two protected tables of reports. Nothing else about reports is ever told in public. */
import { createHmac } from "node:crypto";
import {
  EPSILON_PER_CELL,
  type ToldCell,
  changeThreshold,
  geometricNoise,
  leastChange,
  tellCell,
} from "@trygg/shared/releases/rule.ts";
import { type Feeling, bands } from "@trygg/shared/reports/terms.ts";
import { areaCell, reasonCell } from "./cells.ts";

/** A counted report with the record key of its voice in each band that it concerns. */
export interface ReleaseReport {
  id: string;
  area: string;
  feeling: Feeling;
  reasons: string[];
  day: string | null;
  dark: string | null;
}

/** What each cell tells, by its name. */
export type ToldCells = Map<string, ToldCell>;

/** Every cell as it is told over a window that ends on a day, given its minimum and what was told before. */
export function tellReports(
  reports: ReleaseReport[],
  to: string,
  cells: ReadonlyMap<string, number>,
  noiseKey: Buffer,
  before: ToldCells,
): ToldCells {
  const voices = voicesByCell(reports);
  const told: ToldCells = new Map();
  for (const [cell, minimum] of cells) {
    if (minimum === Infinity) {
      told.set(cell, { class: "few", voices: [], on: to });
      continue;
    }
    const present = [...(voices.get(cell) ?? [])].sort();
    const last = before.get(cell);
    const least = leastChange(minimum, last?.voices.length ?? 0);
    const threshold = changeThreshold(uniformOf(noiseKey, "change", cell, last?.voices ?? [])(0), least);
    const noise = noiseOf(noiseKey, cell, present);
    told.set(cell, tellCell({ voices: present, noise, minimum, threshold, to }, last));
  }
  return told;
}

/** Record keys of the distinct voices in each cell. */
export function voicesByCell(reports: readonly ReleaseReport[]): Map<string, Set<string>> {
  const cells = new Map<string, Set<string>>();
  const add = (cell: string, voice: string) => {
    const found = cells.get(cell);
    if (found) found.add(voice);
    else cells.set(cell, new Set([voice]));
  };
  const heard = new Set<string>();
  // In the order of random ids: a voice gives the reasons of one of its reports, so that it touches few cells.
  for (const report of reports.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    for (const band of bands) {
      const voice = report[band];
      if (voice === null) continue;
      add(areaCell(report.area, band, report.feeling), voice);
      if (heard.has(voice)) continue;
      heard.add(voice);
      for (const reason of report.reasons) add(reasonCell(reason, band), voice);
    }
  return cells;
}

/** The same voices in the same cell always give the same noise: asking again averages nothing away. */
function noiseOf(noiseKey: Buffer, cell: string, voices: string[]): number {
  const uniform = uniformOf(noiseKey, "count", cell, voices);
  return geometricNoise(uniform(0), uniform(1), EPSILON_PER_CELL);
}

/** Uniform numbers in (0, 1] that nobody without the key can tell, and that stay the same for the same voices. */
function uniformOf(noiseKey: Buffer, use: "count" | "change", cell: string, voices: string[]) {
  const digest = createHmac("sha256", noiseKey)
    .update(JSON.stringify([use, cell, ...voices]))
    .digest();
  return (index: 0 | 1) => (digest.readUIntBE(index * 6, 6) + 1) / 2 ** 48;
}
