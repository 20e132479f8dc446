/**
 * The partner's attack: somebody who knows every other report, and where and when one person might have reported,
 * guesses from a series of releases whether that report is among them (attack "P12").
 *
 * Advantage = total variation distance between what the releases tell in the two worlds, 0–1: how much more often
 * than by tossing a coin the guess is right, doubled. For each cell the joint distribution over the series is
 * followed exactly, the rule of change included; cells have noise of their own, so that the distance over all of
 * them is estimated without bias by drawing series in the one world and weighing them in the other.
 */
import {
  type VoiceClass,
  EPSILON_OF_CHANGE,
  EPSILON_PER_CELL,
  STANDS_MONTHS,
  classDistribution,
  leastChange,
  standsAfter,
  symmetricDifference,
} from "@trygg/shared/releases/rule.ts";
import { bands } from "@trygg/shared/reports/terms.ts";
import { type ReleaseReport, voicesByCell } from "../protect.ts";

/** The reports of one release's window. */
export type Window = readonly ReleaseReport[];

export interface Pair {
  /** Of the report that is there in the one world only. */
  report: string;
  /** Cells whose voices differ between the worlds in any window. */
  cells: number;
  advantage: number;
  /** What the rule promises for that many cells and releases, 0–1. */
  bound: number;
}

/** Series less likely than this are left out of a cell's distribution. */
const UNLIKELY = 1e-9;

/** Both worlds' probability of each series of classes that a cell may tell. */
type SeriesTable = { one: number; other: number }[];

interface Attack {
  /** Oldest first. */
  windows: readonly Window[];
  minimumOf(cell: string): number;
  random(): number;
  /** Series drawn for each pair. */
  draws: number;
}

/** Prepares the attack on a series of releases; the answer attacks one report. */
export function prepareDistinguishing({ windows, minimumOf, random, draws }: Attack) {
  const whole = windows.map(indexWindow);
  return (target: ReleaseReport): Pair => {
    const changes = whole.map((window) => cellsThatChange(window, target));
    const cells = new Set(changes.flatMap((changed) => [...changed.keys()]));
    const tables = [...cells].map((cell) => {
      const one = whole.map(({ voices }) => voices.get(cell) ?? new Set<string>());
      const other = one.map((voices, index) => {
        const change = changes[index]?.get(cell);
        return change ? withChange(voices, change) : voices;
      });
      return seriesTable(one, other, minimumOf(cell));
    });
    const releases = changes.filter((changed) => changed.size > 0).length;
    return {
      report: target.id,
      cells: cells.size,
      advantage: distance(tables, random, draws),
      bound: boundOf(cells.size, releases),
    };
  };
}

/**
 * What the rule promises: noise of ε for each cell and release gives (e^ε − 1) / (e^ε + 1) at most, and the threshold
 * of change its own ε, but for the first voice that can reach it at all.
 */
function boundOf(cells: number, releases: number): number {
  const noise = EPSILON_PER_CELL * cells * releases;
  const change = EPSILON_OF_CHANGE * cells * (releases - 1);
  return Math.min(1, Math.tanh((noise + change) / 2) + cells * (1 - Math.exp(-EPSILON_OF_CHANGE)));
}

function indexWindow(reports: Window) {
  const byVoice = new Map<string, ReleaseReport[]>();
  for (const report of reports)
    for (const band of bands) {
      const voice = report[band];
      if (voice !== null) byVoice.set(voice, [...(byVoice.get(voice) ?? []), report]);
    }
  return { voices: voicesByCell(reports), byVoice };
}

interface Change {
  voice: string;
  /** Whether the voice is in the cell only with the report, or only without it. */
  present: boolean;
}

/** Cells of a window that gain or lose a voice when the report is taken away. */
function cellsThatChange(
  { byVoice }: ReturnType<typeof indexWindow>,
  target: ReleaseReport,
): Map<string, Change> {
  const changed = new Map<string, Change>();
  for (const band of bands) {
    const voice = target[band];
    const reports = voice === null ? undefined : byVoice.get(voice);
    if (voice === null || !reports?.some(({ id }) => id === target.id)) continue;
    const alone = (of: ReleaseReport[]) =>
      new Set(voicesByCell(of.map((report) => onlyBand(report, band))).keys());
    const [withIt, without] = [alone(reports), alone(reports.filter(({ id }) => id !== target.id))];
    for (const cell of withIt) if (!without.has(cell)) changed.set(cell, { voice, present: true });
    for (const cell of without) if (!withIt.has(cell)) changed.set(cell, { voice, present: false });
  }
  return changed;
}

const onlyBand = (report: ReleaseReport, band: (typeof bands)[number]): ReleaseReport => ({
  ...report,
  day: band === "day" ? report.day : null,
  dark: band === "dark" ? report.dark : null,
});

function withChange(voices: Set<string>, { voice, present }: Change): Set<string> {
  const changed = new Set(voices);
  if (present) changed.delete(voice);
  else changed.add(voice);
  return changed;
}

function seriesTable(one: Set<string>[], other: Set<string>[], minimum: number): SeriesTable {
  const [inOne, inOther] = [seriesOf(one, minimum), seriesOf(other, minimum)];
  return [...new Set([...inOne.keys(), ...inOther.keys()])].map((series) => ({
    one: inOne.get(series) ?? 0,
    other: inOther.get(series) ?? 0,
  }));
}

/**
 * What a cell may have come to after some releases: what it told, by the voices of which release, and between which
 * numbers its threshold must lie, given when it did and did not change.
 */
interface State {
  series: string;
  told: VoiceClass | null;
  by: number;
  above: number;
  upTo: number;
  probability: number;
}

const START: State = { series: "", told: null, by: -1, above: 0, upTo: Infinity, probability: 1 };

/** The probability of every series of classes that a cell with these voices tells, release after release. */
export function seriesOf(windows: readonly ReadonlySet<string>[], minimum: number): Map<string, number> {
  let states = [START];
  for (let index = 0; index < windows.length; index++) {
    const next = new Map<string, State>();
    const add = (state: State) => {
      if (state.probability < UNLIKELY) return;
      const key = [state.series, state.by, state.above, state.upTo].join("@");
      const same = next.get(key);
      next.set(key, same ? { ...same, probability: same.probability + state.probability } : state);
    };
    for (const state of states)
      for (const after of followed(state, index, windows, minimum))
        add({ ...after, series: `${state.series} ${after.told}` });
    states = [...next.values()];
  }
  const seen = new Map<string, number>();
  for (const { series, probability } of states) seen.set(series, (seen.get(series) ?? 0) + probability);
  return seen;
}

/** Where a state may lead in one release. */
function* followed(
  state: State,
  index: number,
  windows: readonly ReadonlySet<string>[],
  minimum: number,
): Generator<State> {
  const { told, by, above, upTo, probability } = state;
  const [voices, before] = [windows[index] ?? new Set<string>(), windows[by]];
  const stands = index - by < STANDS_MONTHS;
  let changes = probability;
  let [from, to] = [above, upTo];
  if (before && stands) {
    const difference = symmetricDifference(voices, before);
    const least = leastChange(minimum, before.size);
    const beyond = (number: number) => (number === Infinity ? 0 : standsAfter(number, least));
    const reached = Math.min(Math.max(difference, above), upTo);
    const share = (beyond(reached) - beyond(upTo)) / (beyond(above) - beyond(upTo));
    yield { ...state, above: reached, probability: probability * share };
    changes = probability * (1 - share);
    [from, to] = [above, reached];
  }
  if (changes <= 0) return;
  for (const [drawn, likely] of classDistribution(voices.size, minimum))
    yield drawn === told && stands
      ? // Its class is the same, and so is what it will be compared with.
        { ...state, above: from, upTo: to, probability: changes * likely }
      : { ...START, told: drawn, by: index, probability: changes * likely };
}

/** Total variation distance of the product of tables. */
function distance(tables: SeriesTable[], random: () => number, draws: number): number {
  if (tables.length === 0) return 0;
  const [first] = tables;
  if (tables.length === 1 && first)
    return first.reduce((sum, { one, other }) => sum + Math.max(0, one - other), 0);
  let sum = 0;
  for (let draw = 0; draw < draws; draw++) {
    let ratio = 1;
    for (const table of tables) {
      const { one, other } = drawFrom(table, random());
      ratio *= other / one;
    }
    sum += Math.max(0, 1 - ratio);
  }
  return sum / draws;
}

function drawFrom(table: SeriesTable, at: number): { one: number; other: number } {
  let left = at * table.reduce((sum, { one }) => sum + one, 0);
  for (const series of table) {
    left -= series.one;
    if (left < 0) return series;
  }
  return table.findLast(({ one }) => one > 0) ?? { one: 1, other: 1 };
}
