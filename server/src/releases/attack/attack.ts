/**
 * Attacks a release before it leaves the building, with what anybody outside will have: its own figures and those of
 * the releases before it. What the attacks find, and how hard they tried, is told.
 */
import { MIN_VOICES } from "@trygg/shared/releases/rule.ts";
import { bands, feelings } from "@trygg/shared/reports/terms.ts";
import type { Services } from "../../context.ts";
import type { Town } from "../../place/town.ts";
import { Refusal } from "../../refusal.ts";
import { selectForRelease } from "../../reports/store.ts";
import { type ReleaseWindow, monthsBefore } from "../window.ts";
import { areaCell, cellsOf, minimumOfArea, reasonCell } from "../cells.ts";
import type { ReportTables } from "../reports-release.ts";
import { type Bounds, type PublishedCell, boundHiddenCells, isIsolated } from "./bounds.ts";
import { type Pair, type Window, prepareDistinguishing } from "./distinguish.ts";

/** The mean advantage that a series of releases should give at most to somebody who knows everything else. */
export const MOST_ADVANTAGE = 0.1;

/** Noise beyond this is rarer than one figure in four hundred. */
const LARGE_NOISE = 6;

export interface LinearFindings {
  /** Hidden cells that were solved for. */
  hidden: number;
  /** Those of which more is known than that they are hidden. */
  isolated: Bounds[];
}

/** Solves for every hidden cell of a release. */
export async function attackTables(town: Town, tables: ReportTables): Promise<LinearFindings> {
  const published = publishedCells(town, tables);
  // What cannot be worked out from the figures taken at their word cannot be when noise is allowed for: that only
  // widens the bounds. It is allowed for where no numbers fit the figures as they stand.
  const bounds =
    (await boundHiddenCells(published, 0)) ?? (await boundHiddenCells(published, LARGE_NOISE)) ?? [];
  return { hidden: bounds.length, isolated: bounds.filter(isIsolated) };
}

export interface Findings {
  tables: LinearFindings;
  pairs: PairFindings;
}

const PAIRS = 200;
const DRAWS = 400;
/** Four standard deviations of an advantage that was estimated by that many draws. */
const SAMPLING_ERROR = 4 * Math.sqrt(0.25 / DRAWS);
/** Releases that are told together to whoever guesses: this one and those of the months before it. */
const SERIES_MONTHS = 3;

/** Attacks the release of a window before it is published. */
export async function attackRelease(
  { db, town }: Services,
  window: ReleaseWindow,
  tables: ReportTables,
): Promise<Findings> {
  const windows: Window[] = [];
  for (const { from, to } of monthsBefore(window, SERIES_MONTHS))
    windows.push(await selectForRelease(db, from, to));
  return {
    tables: await attackTables(town, tables),
    pairs: attackPairs(town, windows, { pairs: PAIRS, draws: DRAWS, random: Math.random }),
  };
}

/** Throws a Refusal that tells what was found, where something was. */
export function refuseWhatGivesAway({ tables: { isolated }, pairs: { worst } }: Findings): void {
  if (isolated.length > 0)
    throw new Refusal(
      "givesAway",
      `expected that no hidden figure can be worked out, but these can: ${isolated.map(({ cell }) => cell).join(", ")}`,
    );
  if (worst && worst.advantage > worst.bound + SAMPLING_ERROR)
    throw new Refusal(
      "givesAway",
      `expected an advantage of at most ${worst.bound.toFixed(2)} over one report, got ${worst.advantage.toFixed(2)}`,
    );
}

/** Every figure of the public files. Which places are protected is public as well. */
export function publishedCells(town: Town, { unsafePlaces, reasons }: ReportTables): PublishedCell[] {
  const areas = unsafePlaces.features.flatMap(({ properties }) =>
    bands.flatMap((band) =>
      feelings.map((feeling): PublishedCell => {
        const key = `${feeling}${band === "day" ? "Day" : "Dark"}` as const;
        return {
          cell: areaCell(properties.area, band, feeling),
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
    table: "reason",
    band,
    feeling,
    class: voices,
    minimum: MIN_VOICES,
  }));
  return [...areas, ...given];
}

export interface PairFindings {
  pairs: number;
  mean: number;
  worst: Pair | undefined;
}

/** Guesses for many reports of the latest window whether each is among the series of releases. */
export function attackPairs(
  town: Town,
  windows: readonly Window[],
  wanted: { pairs: number; draws: number; random(): number },
): PairFindings {
  const latest = windows.at(-1) ?? [];
  const minimums = cellsOf(town);
  const attack = prepareDistinguishing({
    windows,
    minimumOf: (cell) => minimums.get(cell) ?? MIN_VOICES,
    random: wanted.random,
    draws: wanted.draws,
  });
  const targets = latest.length === 0 ? 0 : wanted.pairs;
  const pairs = Array.from({ length: targets }, () => {
    const target = latest[Math.floor(wanted.random() * latest.length)];
    if (!target) throw new Error("a draw beyond the reports");
    return attack(target);
  });
  return {
    pairs: pairs.length,
    mean: pairs.reduce((sum, { advantage }) => sum + advantage, 0) / Math.max(1, pairs.length),
    worst: pairs.toSorted((a, b) => b.advantage - a.advantage)[0],
  };
}
