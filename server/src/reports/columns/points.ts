/** The reports that a filter lets through by the points they stand on: as one buffer, and weighed. */
import type { GridPosition } from "@trygg/shared/geo/sweref.ts";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import {
  FIRST_DAY,
  type PointsHead,
  WORDS_PER_POINT,
  positionOfCell,
  writeHead,
} from "@trygg/shared/reports/points.ts";
import type { Block } from "./block.ts";
import { CELL, type ReportColumns } from "./columns.ts";
import { selectRows } from "./select.ts";
import { countPairs } from "./tally.ts";

export function countPoints(columns: ReportColumns, filter: ReportFilter, near: ReadonlySet<string>): number {
  let points = 0;
  selectRows(columns, filter, near, (_block, _rows, count) => (points += count));
  return points;
}

/** The buffer of `points.ts` in shared; `points` is how many there are. */
export function bufferPoints(
  columns: ReportColumns,
  filter: ReportFilter,
  near: ReadonlySet<string>,
  points: number,
): Buffer {
  const head = writeHead(headOf(columns));
  // Every byte is written below; to clear them first would take as long.
  const bytes = Buffer.allocUnsafeSlow(head.length + points * WORDS_PER_POINT * 4);
  bytes.set(head);
  const words = new Uint32Array(bytes.buffer, head.length);
  let end = 0;
  selectRows(columns, filter, near, (block, rows, count) => {
    end = copyPoints(block, rows, count, words, end);
  });
  return bytes;
}

const headOf = ({ grid, reasons }: ReportColumns): PointsHead => ({
  east: grid.east * CELL,
  north: grid.north * CELL,
  step: CELL,
  width: grid.width,
  height: grid.height,
  firstDay: FIRST_DAY,
  reasons: reasons.names,
});

/** They stand in the block as they leave: all of them together, or else one by one. */
function copyPoints(
  { points, count: all }: Block,
  rows: Uint32Array,
  count: number,
  words: Uint32Array,
  start: number,
): number {
  const end = start + count * WORDS_PER_POINT;
  if (count === all) {
    words.set(points.subarray(0, count * WORDS_PER_POINT), start);
    return end;
  }
  for (let index = 0, at = start; index < count; index++, at += WORDS_PER_POINT) {
    const from = (rows[index] as number) * WORDS_PER_POINT;
    words[at] = points[from] as number;
    words[at + 1] = points[from + 1] as number;
    words[at + 2] = points[from + 2] as number;
  }
  return end;
}

/** Points with the weight of their reports: a voice weighs one in a square, shared evenly among its reports there. */
export function weighPoints(
  columns: ReportColumns,
  filter: ReportFilter,
  near: ReadonlySet<string>,
): (GridPosition & { weight: number })[] {
  const reportsOf = countPairs(columns, filter, near);
  const weights = new Map<number, number>();
  selectRows(columns, filter, near, ({ pair, points }, rows, count) => {
    for (let index = 0; index < count; index++) {
      const row = rows[index] as number;
      const cell = points[row * WORDS_PER_POINT] as number;
      weights.set(cell, (weights.get(cell) ?? 0) + 1 / (reportsOf[pair[row] as number] as number));
    }
  });
  const head = headOf(columns);
  return [...weights].map(([cell, weight]) => ({ ...positionOfCell(head, cell), weight }));
}
