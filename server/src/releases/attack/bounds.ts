/**
 * What can be worked out from all that a series of releases tells: an integer programme over the voices of every cell
 * in every release, and over those that came and went in between, with what the rule makes of them as constraints
 * (linear attacks "P1" and "P3"). Solved for the least and the greatest number of each hidden cell of the latest
 * release, and of the voices that came or went before it.
 */
import { MAX_REASONS, MIN_VOICES, classRange } from "@trygg/shared/releases/rule.ts";
import { bands, feelings } from "@trygg/shared/reports/terms.ts";
import highsLoader from "highs";
import type { PublishedCell } from "./published.ts";

/** What is known of a number that is not told: the least and the greatest that it can be. */
export interface Bounds {
  cell: string;
  least: number;
  greatest: number;
  minimum: number;
}

export interface SeriesBounds {
  /** Voices of each hidden cell in the latest release. */
  hidden: Bounds[];
  /** Voices that came into or left each cell since the release before; empty where there is none. */
  moved: Bounds[];
}

/** Far above what any cell holds: where nothing bounds it, a cell is taken to reach at least this. */
const PLENTY = 100_000;

/**
 * Bounds from a series of releases, oldest first, taking the noise of each figure to be at most `noise` either way;
 * undefined where no numbers of voices fit all figures under that reading, so that it tells nothing.
 */
export async function boundSeries(
  series: readonly (readonly PublishedCell[])[],
  noise: number,
): Promise<SeriesBounds | undefined> {
  const highs = await highsLoader();
  const programme = writeProgramme(series, noise);
  const solve = (direction: "Minimize" | "Maximize", objective: string[]): Solution | undefined => {
    const { Status, Columns } = highs.solve(
      [direction, ` obj: ${objective.join(" + ")}`, "Subject To", ...programme, "End"].join("\n"),
      { output_flag: false },
    );
    return Status === "Optimal" ? (variable) => Math.round(Columns[variable]?.Primal ?? 0) + 0 : undefined;
  };
  const last = series.length - 1;
  const latest = series[last] ?? [];
  const hidden = latest.flatMap((cell, index) =>
    cell.class === "few" ? [{ ...cell, variable: voicesIn(last, index) }] : [],
  );
  const moved = (last > 0 ? latest : []).flatMap((cell, index) => [
    { ...cell, variable: came(last, index) },
    { ...cell, variable: went(last, index) },
  ]);
  // Where one solution for all takes a number as far as it can go, that number needs none of its own.
  const all = [...hidden, ...moved].map(({ variable }) => variable);
  if (all.length === 0) return { hidden: [], moved: [] };
  const [fewest, most] = [solve("Minimize", all), solve("Maximize", all)];
  if (!fewest || !most) return undefined;
  /** A number that cannot be solved for, where others could, must not pass for one that is safe. */
  const solved = (direction: "Minimize" | "Maximize", { cell, variable }: Unknown): number => {
    const found = solve(direction, [variable]);
    if (!found) throw new Error(`the bounds of ${cell} could not be solved for`);
    return found(variable);
  };
  return {
    hidden: hidden.map((unknown) => {
      const { cell, minimum, variable } = unknown;
      const end = minimum - 1 + noise;
      const least = fewest(variable) === 0 ? 0 : solved("Minimize", unknown);
      const greatest = most(variable) >= end ? end : solved("Maximize", unknown);
      return { cell, minimum, least, greatest };
    }),
    moved: moved.map((unknown) => {
      const { cell, minimum, variable } = unknown;
      const least = fewest(variable) === 0 ? 0 : solved("Minimize", unknown);
      // Only a small number that is known not to be none would tell of somebody.
      const greatest = least === 0 || most(variable) >= minimum ? PLENTY : solved("Maximize", unknown);
      return { cell, minimum, least, greatest };
    }),
  };
}

type Solution = (variable: string) => number;
interface Unknown {
  cell: string;
  variable: string;
}

const voicesIn = (release: number, cell: number) => `n${release}_${cell}`;
const came = (release: number, cell: number) => `a${release}_${cell}`;
const went = (release: number, cell: number) => `d${release}_${cell}`;

/** In the words of the solver: linear constraints, then bounds, then which variables are whole numbers. */
function writeProgramme(series: readonly (readonly PublishedCell[])[], noise: number): string[] {
  const [constraints, ranges, variables]: [string[], string[], string[]] = [[], [], []];
  const bound = (variable: string, from: number, to: number) => {
    ranges.push(` ${Math.max(0, from)} <= ${variable} <= ${Math.min(to, PLENTY)}`);
    variables.push(variable);
  };
  for (const [release, cells] of series.entries()) {
    constraints.push(...tablesAgree(cells, release));
    for (const [index, cell] of cells.entries()) {
      const before = series[release - 1]?.[index];
      // A class that stands may be an old one: only a new class tells of the voices of its own release.
      const isNew = !before || before.class !== cell.class;
      const [from, to] = isNew ? classRange(cell.class, cell.minimum) : [0, PLENTY];
      bound(voicesIn(release, index), from - noise, to + noise);
      if (release === 0) continue;
      bound(came(release, index), 0, PLENTY);
      bound(went(release, index), 0, PLENTY);
      const [now, earlier] = [voicesIn(release, index), voicesIn(release - 1, index)];
      constraints.push(` ${now} - ${earlier} - ${came(release, index)} + ${went(release, index)} = 0`);
      constraints.push(
        ` ${came(release, index)} - ${now} <= 0`,
        ` ${went(release, index)} - ${earlier} <= 0`,
      );
      if (isNew) constraints.push(...enoughMoved(series, release, index));
    }
  }
  return [...constraints, "Bounds", ...ranges, "General", ...variables.map((variable) => ` ${variable}`)];
}

/** A class changes only after as many voices have come or gone since it last did as the rule asks for. */
function enoughMoved(
  series: readonly (readonly PublishedCell[])[],
  release: number,
  index: number,
): string[] {
  let since = release;
  while (since > 1 && series[since - 1]?.[index]?.class === series[since - 2]?.[index]?.class) since -= 1;
  const moved = Array.from({ length: release - since + 1 }, (_, step) => [
    came(since + step, index),
    went(since + step, index),
  ])
    .flat()
    .join(" + ");
  const minimum = series[release]?.[index]?.minimum ?? MIN_VOICES;
  return [` ${moved} >= ${minimum}`, ` ${moved} - ${voicesIn(since - 1, index)} >= 0`];
}

/** Every voice gives at least one reason and at most six, and each of them once. */
function tablesAgree(cells: readonly PublishedCell[], release: number): string[] {
  return bands.flatMap((band) =>
    feelings.flatMap((feeling) => {
      const of = (table: PublishedCell["table"]) =>
        cells.flatMap((cell, index) =>
          cell.table === table && cell.band === band && cell.feeling === feeling
            ? [voicesIn(release, index)]
            : [],
        );
      const [areas, reasons] = [of("area"), of("reason")];
      if (areas.length === 0 || reasons.length === 0) return [];
      const voices = (times: number) => areas.map((variable) => ` - ${times} ${variable}`).join("");
      return [
        ` ${reasons.join(" + ")}${voices(1)} >= 0`,
        ` ${reasons.join(" + ")}${voices(MAX_REASONS)} <= 0`,
        ...reasons.map((reason) => ` ${reason}${voices(1)} <= 0`),
      ];
    }),
  );
}

/**
 * A hidden cell is isolated when it is known that somebody is in it, or that fewer are than the rule hides. Of an area
 * that is never told, however many speak, it is no secret that some do, unless it is known that they are few.
 */
export const isIsolated = ({ least, greatest, minimum }: Bounds) =>
  minimum === Infinity ? least > 0 && greatest < MIN_VOICES : least > 0 || greatest < minimum - 1;

/** Voices that came or went are isolated when they are known to be somebody, but fewer than the rule hides. */
export const isFewMoved = ({ least, greatest, minimum }: Bounds) => least > 0 && greatest < minimum;
