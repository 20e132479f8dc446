/**
 * Worry by square and bin of the week. A voice weighs one in a square, shared evenly among its reports there; a report
 * spreads its weight evenly over the bins it concerns.
 */
import type { WorryCell } from "@trygg/shared/patrols/gaps.ts";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { BINS_PER_WEEK } from "@trygg/shared/time/bins.ts";
import { binsAt } from "./block.ts";
import type { ReportColumns } from "./columns.ts";
import { selectRows } from "./select.ts";
import { countPairs } from "./tally.ts";

export function weighWorry(
  columns: ReportColumns,
  filter: ReportFilter,
  near: ReadonlySet<string>,
): { cells: WorryCell[]; total: number } {
  const { pairs, squares } = columns;
  const { square: squareOf } = pairs;
  const reportsOf = countPairs(columns, filter, near);
  const worry = new Float64Array(squares.names.length * BINS_PER_WEEK);
  const voices = new Uint32Array(worry.length);
  // Which bins of which voice in a square have been counted.
  const [low, high] = [new Uint32Array(pairs.pairs), new Uint32Array(pairs.pairs)];
  selectRows(columns, filter, near, (block, rows, count) => {
    const { pair, bits } = block;
    for (let index = 0; index < count; index++) {
      const row = rows[index] as number;
      const of = pair[row] as number;
      const weight = 1 / (reportsOf[of] as number) / binsAt(block, row);
      const start = (squareOf[of] as number) * BINS_PER_WEEK;
      const [word, bit] = [row >>> 5, 1 << (row & 31)];
      for (let bin = 0; bin < BINS_PER_WEEK; bin++) {
        if (((bits.bits[bin * bits.words + word] as number) & bit) === 0) continue;
        worry[start + bin] = (worry[start + bin] as number) + weight;
        const counted = bin < 32 ? low : high;
        const mark = 1 << (bin & 31);
        if (((counted[of] as number) & mark) !== 0) continue;
        counted[of] = (counted[of] as number) | mark;
        voices[start + bin] = (voices[start + bin] as number) + 1;
      }
    }
  });
  const cells: WorryCell[] = [];
  for (let at = 0; at < worry.length; at++)
    if ((voices[at] as number) > 0)
      cells.push({
        square: squares.names[Math.floor(at / BINS_PER_WEEK)] ?? "",
        bin: at % BINS_PER_WEEK,
        worry: worry[at] as number,
        voices: voices[at] as number,
      });
  // Each voice of each square has weight one.
  return { cells, total: reportsOf.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0) };
}
