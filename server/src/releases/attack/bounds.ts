/**
 * What can be worked out about each hidden cell from all that a release tells: an integer programme over the
 * voices of every cell, with what the rule makes of them as constraints, solved for the least and the greatest
 * number of each hidden cell (linear attack; product's rule "P3").
 */
import { type VoiceClass, MAX_REASONS, MIN_VOICES, classRange } from "@trygg/shared/releases/rule.ts";
import { type Band, type Feeling, bands, feelings } from "@trygg/shared/reports/terms.ts";
import highsLoader from "highs";

/** One published figure, as anybody outside can read it. */
export interface PublishedCell {
  cell: string;
  table: "area" | "reason";
  band: Band;
  feeling: Feeling;
  class: VoiceClass;
  /** Below this many voices the figure is told as few. */
  minimum: number;
}

/** What is known of a hidden cell: the least and the greatest number of voices it can hold. */
export interface Bounds {
  cell: string;
  least: number;
  greatest: number;
  minimum: number;
}

/** Far above what any cell holds: where nothing bounds it, a cell is taken to reach at least this. */
const PLENTY = 100_000;

/**
 * Bounds of every hidden cell, taking the noise of each figure to be at most `noise` either way; undefined where no
 * numbers of voices fit all figures under that reading, so that it tells nothing.
 */
export async function boundHiddenCells(
  published: readonly PublishedCell[],
  noise: number,
): Promise<Bounds[] | undefined> {
  const highs = await highsLoader();
  const constraints = constraintsOf(published, noise);
  /** The voices of every cell where the objective is best. */
  const solve = (direction: "Minimize" | "Maximize", objective: number[]): number[] | undefined => {
    const terms = objective.map(variableOf).join(" + ");
    const { Status, Columns } = highs.solve(
      [direction, ` obj: ${terms}`, "Subject To", ...constraints, "End"].join("\n"),
      { output_flag: false },
    );
    if (Status !== "Optimal") return undefined;
    return published.map((_, index) => Math.round(Columns[variableOf(index)]?.Primal ?? 0));
  };
  /** A cell that cannot be solved for, where others could, must not pass for one that is safe. */
  const solved = (direction: "Minimize" | "Maximize", index: number): number => {
    const found = solve(direction, [index])?.[index];
    if (found === undefined)
      throw new Error(`the bounds of ${published[index]?.cell} could not be solved for`);
    return found;
  };
  const hidden = published.flatMap((cell, index) => (cell.class === "few" ? [{ ...cell, index }] : []));
  if (hidden.length === 0) return [];
  const all = hidden.map(({ index }) => index);
  const [fewest, most] = [solve("Minimize", all), solve("Maximize", all)];
  if (!fewest || !most) return undefined;
  return hidden.map(({ cell, minimum, index }) => {
    // Where one solution for all has taken the cell as far as it can go, it needs none of its own.
    const end = minimum - 1 + noise;
    const least = fewest[index] === 0 ? 0 : solved("Minimize", index);
    const greatest = most[index] === end ? end : solved("Maximize", index);
    return { cell, least, greatest, minimum };
  });
}

const variableOf = (index: number) => `x${index}`;

/** In the words of the solver: linear constraints, then bounds, then which variables are whole numbers. */
function constraintsOf(published: readonly PublishedCell[], noise: number): string[] {
  const sums: string[] = [];
  for (const band of bands)
    for (const feeling of feelings) {
      const of = (table: PublishedCell["table"]) =>
        published.flatMap((cell, index) =>
          cell.table === table && cell.band === band && cell.feeling === feeling ? [variableOf(index)] : [],
        );
      const [areas, reasons] = [of("area"), of("reason")];
      if (areas.length === 0 || reasons.length === 0) continue;
      // Every voice gives at least one reason and at most six, and each of them once.
      const voices = (times: number) => areas.map((variable) => ` - ${times} ${variable}`).join("");
      sums.push(` ${reasons.join(" + ")}${voices(1)} >= 0`);
      sums.push(` ${reasons.join(" + ")}${voices(MAX_REASONS)} <= 0`);
      for (const reason of reasons) sums.push(` ${reason}${voices(1)} <= 0`);
    }
  const ranges = published.map((cell, index) => {
    const [from, to] = classRange(cell.class, cell.minimum);
    return ` ${Math.max(0, from - noise)} <= ${variableOf(index)} <= ${Math.min(to + noise, PLENTY)}`;
  });
  return [...sums, "Bounds", ...ranges, "General", ...published.map((_, index) => ` ${variableOf(index)}`)];
}

/**
 * A hidden cell is isolated when it is known that somebody is in it, or that fewer are than the rule hides. Of an area
 * that is never told, however many speak, it is no secret that some do, unless it is known that they are few.
 */
export const isIsolated = ({ least, greatest, minimum }: Bounds) =>
  minimum === Infinity ? least > 0 && greatest < MIN_VOICES : least > 0 || greatest < minimum - 1;
