/**
 * All attacks on a release together, on plain values, so that they can run in a thread of their own. What they find,
 * and how hard they tried, is told.
 */
import { MIN_VOICES } from "@trygg/shared/releases/rule.ts";
import { type Bounds, type SeriesBounds, boundSeries, isFewMoved, isIsolated } from "./bounds.ts";
import type { ReleaseReport } from "../protect.ts";
import type { ReleaseWindow } from "../window.ts";
import { type Pair, prepareDistinguishing } from "./distinguish.ts";
import type { PublishedCell } from "./published.ts";

interface DatedReport extends ReleaseReport {
  receivedOn: string;
}

/** Noise beyond this is rarer than one figure in four hundred. */
const LARGE_NOISE = 6;

export interface AttackedRelease {
  /** What was told, oldest release first; the last is the one that is attacked. */
  series: PublishedCell[][];
  /** The reports behind releases of some months: what somebody knows who knows all but one. */
  reports: DatedReport[];
  /** The windows of those releases, oldest first. */
  periods: ReleaseWindow[];
  /** Fewest voices of each cell. */
  minimums: ReadonlyMap<string, number>;
  /** How many reports are guessed at, and how many series of releases are drawn for each. */
  pairs: number;
  draws: number;
}

export interface LinearFindings {
  /** Hidden figures that were solved for. */
  hidden: number;
  /** Releases that were solved for together. */
  releases: number;
  /** Cells of which more can be worked out than is told, each once. */
  isolated: Bounds[];
}

export interface PairFindings {
  pairs: number;
  mean: number;
  worst: Pair | undefined;
}

export interface Findings {
  tables: LinearFindings;
  pairs: PairFindings;
}

export async function findWhatGivesAway(attacked: AttackedRelease): Promise<Findings> {
  return { tables: await attackTables(attacked.series), pairs: attackPairs(attacked, Math.random) };
}

/** Solves for every hidden figure: of the latest release taken by itself, and of all releases taken together. */
export async function attackTables(series: PublishedCell[][]): Promise<LinearFindings> {
  const alone = await boundAll(series.slice(-1));
  const together = series.length > 1 ? await boundAll(series) : { hidden: [], moved: [] };
  const found = [
    ...alone.hidden.filter(isIsolated),
    ...together.hidden.filter(isIsolated),
    ...together.moved.filter(isFewMoved),
  ];
  const isolated = new Map(found.map((bounds) => [bounds.cell, bounds]));
  return { hidden: alone.hidden.length, releases: series.length, isolated: [...isolated.values()] };
}

/**
 * What cannot be worked out from the figures taken at their word cannot be when noise is allowed for: that only widens
 * the bounds. It is allowed for where no numbers fit the figures as they stand.
 */
async function boundAll(series: PublishedCell[][]): Promise<SeriesBounds> {
  return (
    (await boundSeries(series, 0)) ?? (await boundSeries(series, LARGE_NOISE)) ?? { hidden: [], moved: [] }
  );
}

/** Guesses for many reports of the latest window whether each is among the series of releases. */
export function attackPairs(
  { reports, periods, minimums, pairs: wanted, draws }: Omit<AttackedRelease, "series">,
  random: () => number,
): PairFindings {
  const windows = periods.map(({ from, to }) =>
    reports.filter(({ receivedOn }) => receivedOn >= from && receivedOn <= to),
  );
  const latest = windows.at(-1) ?? [];
  const attack = prepareDistinguishing({
    windows,
    minimumOf: (cell) => minimums.get(cell) ?? MIN_VOICES,
    random,
    draws,
  });
  const pairs = Array.from({ length: latest.length === 0 ? 0 : wanted }, () => {
    const target = latest[Math.floor(random() * latest.length)];
    if (!target) throw new Error("a draw beyond the reports");
    return attack(target);
  });
  return {
    pairs: pairs.length,
    mean: pairs.reduce((sum, { advantage }) => sum + advantage, 0) / Math.max(1, pairs.length),
    worst: pairs.toSorted((a, b) => b.advantage - a.advantage)[0],
  };
}
