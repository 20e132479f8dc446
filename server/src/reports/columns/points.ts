/** The reports that a filter lets through as one buffer of points. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { FIRST_DAY, WORDS_PER_POINT, writeHead } from "@trygg/shared/reports/points.ts";
import type { Block } from "./block.ts";
import { CELL, type ReportColumns } from "./columns.ts";
import { selectRows } from "./select.ts";

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
  const { grid, reasons } = columns;
  const head = writeHead({
    east: grid.east * CELL,
    north: grid.north * CELL,
    step: CELL,
    width: grid.width,
    height: grid.height,
    firstDay: FIRST_DAY,
    reasons: reasons.names,
  });
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
