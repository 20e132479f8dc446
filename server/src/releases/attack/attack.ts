/**
 * Attacks a release before it leaves the building, with what anybody outside will have: its own files and those of
 * all releases before it. What the attacks find, and how hard they tried, is told.
 */
import { MIN_VOICES, MIN_VOICES_PROTECTED } from "@trygg/shared/releases/rule.ts";
import type { ReasonTable, UnsafePlaces } from "@trygg/shared/releases/schema.ts";
import { bands, feelings } from "@trygg/shared/reports/terms.ts";
import type { Town } from "../../place/town.ts";
import { areaCell, reasonCell } from "../protect.ts";
import { type Bounds, type PublishedCell, boundHiddenCells, isIsolated } from "./bounds.ts";
import { type Pair, type Window, prepareDistinguishing } from "./distinguish.ts";

/** The mean advantage over pairs that a release may give to somebody who knows everything else. */
export const MOST_ADVANTAGE = 0.1;

/** Noise beyond this is rarer than one figure in four hundred. */
const LARGE_NOISE = 6;

/** The two tables as they are published. */
export interface PublishedTables {
  unsafePlaces: UnsafePlaces;
  reasons: ReasonTable;
}

export interface LinearFindings {
  hidden: number;
  /** Hidden cells of which more is known than that they are hidden. */
  isolated: Bounds[];
  /** Readings that no numbers of voices fit, so that the noise has refuted them. */
  refuted: number;
}

/** Solves for every hidden cell of each release, taking the figures at their word and allowing for noise. */
export async function attackTables(town: Town, releases: PublishedTables[]): Promise<LinearFindings> {
  const found: LinearFindings = { hidden: 0, isolated: [], refuted: 0 };
  for (const tables of releases) {
    const published = publishedCells(town, tables);
    for (const noise of [0, LARGE_NOISE]) {
      const bounds = await boundHiddenCells(published, noise);
      if (!bounds) found.refuted += 1;
      else {
        found.hidden += bounds.length;
        found.isolated.push(...bounds.filter(isIsolated));
      }
    }
  }
  return found;
}

/** Every figure of the public files. Which places are protected is public as well. */
export function publishedCells(town: Town, { unsafePlaces, reasons }: PublishedTables): PublishedCell[] {
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

const minimumOfArea = (town: Town, area: string) =>
  town.areas.get(area)?.protected ? MIN_VOICES_PROTECTED : MIN_VOICES;

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
  const attack = prepareDistinguishing({
    windows,
    minimumOf: (cell) => {
      const [table, name = ""] = cell.split(" ");
      return table === "area" ? minimumOfArea(town, name) : MIN_VOICES;
    },
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
