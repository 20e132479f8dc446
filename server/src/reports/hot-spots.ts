/**
 * Squares that together with their neighbours hold more voices than chance would give them (local Gi* with conditional
 * permutation, false discoveries held down), and in each the share that feels unsafe, drawn towards the mean of all
 * where voices are few.
 */
import type { SquareId } from "@trygg/shared/geo/square.ts";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import type { Feeling } from "@trygg/shared/reports/terms.ts";
import { LEAST_VOICES } from "@trygg/shared/reports/hot-spots.ts";
import { smoothRates } from "@trygg/shared/statistics/empirical-bayes.ts";
import type { Services } from "../context.ts";
import { runJob } from "../jobs/run.ts";
import { squaresFor } from "../measures/near.ts";
import { type ReportColumns } from "./columns/columns.ts";
import { countSquares, tallyAreas } from "./columns/tally.ts";

export async function findReportHotSpots(services: Services, filter: ReportFilter) {
  const near = await squaresFor(services, filter);
  const columns = await services.columns.reports();
  // All squares of the town, as those where nobody feels anything are half of the answer.
  const squares = [...services.town.areas.values()].flatMap(({ id, squares: ids }) =>
    ids.map((square) => ({ square, area: id })),
  );
  const { total } = tallyAreas(columns, filter, near);
  const enough = total.voices >= LEAST_VOICES;
  const values = voicesOf(columns, filter, near, squares);
  const shares = unsafeShares(columns, filter, near, squares);
  const tested = enough ? await runJob("findHotSpots", { values, neighbours: neighboursOf(squares) }) : [];
  return {
    enough,
    voices: total.voices,
    tested: squares.length,
    squares: squares.flatMap(({ square, area }, place) => {
      const voices = values[place] ?? 0;
      if (voices === 0) return [];
      const { z = null, p = null, hot = false } = tested[place] ?? {};
      return [{ square, area, voices, z, p, hot, share: shares[place] ?? null }];
    }),
  };
}

type Squares = { square: SquareId }[];

function voicesOf(columns: ReportColumns, filter: ReportFilter, near: ReadonlySet<string>, squares: Squares) {
  const { voices } = countSquares(columns, filter, near);
  return squares.map(({ square }) => voices[columns.squares.numbers.get(square) ?? -1] ?? 0);
}

/** Of all voices in each square those that feel unsafe, whatever feeling or reason is asked for; null without voices. */
function unsafeShares(
  columns: ReportColumns,
  filter: ReportFilter,
  near: ReadonlySet<string>,
  squares: Squares,
) {
  const of = (feeling: Feeling) => voicesOf(columns, { ...filter, reasons: [], feeling }, near, squares);
  const [unsafe, safe] = [of("unsafe"), of("safe")];
  const bases = unsafe.map((count, place) => count + (safe[place] ?? 0));
  return smoothRates(unsafe, bases).map(({ rate, weight }, place) =>
    bases[place] === 0 ? null : { unsafe: rate, ownWeight: weight, voices: bases[place] ?? 0 },
  );
}

/** The places in the list of the squares that touch each one, corners too. */
function neighboursOf(squares: Squares): number[][] {
  const places = new Map(squares.map(({ square }, place) => [square, place]));
  return squares.map(({ square }) => {
    const [east = 0, north = 0] = square.split("_").map(Number);
    return around.flatMap(([dx, dy]) => places.get(`${east + dx}_${north + dy}`) ?? []);
  });
}

const around = [-1, 0, 1]
  .flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const))
  .filter(([dx, dy]) => dx !== 0 || dy !== 0);
