/** Minutes in sight over the columns of presence: by square, and by square and bin of the week. */
import { BINS_PER_WEEK, binOfHour } from "@trygg/shared/time/bins.ts";
import { HOUR_MS } from "@trygg/shared/time/local.ts";
import { type PresenceBlock, type PresenceColumns, monthOfHour } from "./columns.ts";

export interface PresenceFilter {
  /** The first instant, and the first after the last. */
  from: Date;
  to: Date;
  /** Hours of the week, 0–167. */
  hours?: readonly number[] | undefined;
  dark?: boolean | undefined;
  /** Calendar months, 1–12, of the hour in UTC. */
  months?: readonly number[] | undefined;
  /** Squares that are let through; absent for all. */
  squares?: ReadonlySet<string> | undefined;
}

export interface SquarePresence {
  square: string;
  minutes: number;
  /** Distinct patrols. */
  patrols: number;
  /** Start of the latest hour. */
  last: Date;
}

export function sumSquares(columns: PresenceColumns, filter: PresenceFilter): SquarePresence[] {
  const { pairs, squares } = columns;
  const seconds = new Float64Array(squares.names.length);
  const patrols = new Uint32Array(squares.names.length);
  const last = new Uint32Array(squares.names.length);
  const counted = new Uint8Array(pairs.pairs);
  visitRows(columns, filter, (block, row, square) => {
    seconds[square] = (seconds[square] as number) + (block.seconds[row] as number);
    last[square] = Math.max(last[square] as number, block.hour[row] as number);
    const pair = block.pair[row] as number;
    if (counted[pair] === 1) return;
    counted[pair] = 1;
    patrols[square] = (patrols[square] as number) + 1;
  });
  return squares.names
    .map((square, number) => ({
      square,
      minutes: (seconds[number] as number) / 60,
      patrols: patrols[number] as number,
      last: new Date((last[number] as number) * HOUR_MS),
    }))
    .filter((each) => each.patrols > 0)
    .sort((a, b) => (a.square < b.square ? -1 : 1));
}

export function sumSquareBins(
  columns: PresenceColumns,
  filter: PresenceFilter,
): { square: string; bin: number; minutes: number }[] {
  const { squares } = columns;
  const seconds = new Float64Array(squares.names.length * BINS_PER_WEEK);
  visitRows(columns, filter, (block, row, square) => {
    const at = square * BINS_PER_WEEK + binOfHour(block.hourOfWeek[row] as number);
    seconds[at] = (seconds[at] as number) + (block.seconds[row] as number);
  });
  const sums = [];
  for (const [at, sum] of seconds.entries())
    if (sum > 0)
      sums.push({
        square: squares.names[Math.floor(at / BINS_PER_WEEK)] ?? "",
        bin: at % BINS_PER_WEEK,
        minutes: sum / 60,
      });
  return sums;
}

function visitRows(
  { blocks, pairs, squares }: PresenceColumns,
  { from, to, hours, dark, months, squares: wanted }: PresenceFilter,
  visit: (block: PresenceBlock, row: number, square: number) => void,
): void {
  const [first, end] = [Math.ceil(from.getTime() / HOUR_MS), Math.ceil(to.getTime() / HOUR_MS)];
  const [firstMonth, lastMonth] = [monthOfHour(first), monthOfHour(Math.max(first, end - 1))];
  const anyHour = !hours?.length;
  const inHours = Uint8Array.from({ length: 168 }, (_, hour) => (anyHour || hours.includes(hour) ? 1 : 0));
  const allowed = wanted && Uint8Array.from(squares.names, (square) => (wanted.has(square) ? 1 : 0));
  const light = dark === undefined ? undefined : dark ? 1 : 0;
  for (const [month, block] of blocks) {
    if (month < firstMonth || month > lastMonth) continue;
    if (months?.length && !months.includes(Number(month.slice(5)))) continue;
    for (let row = 0; row < block.count; row++) {
      const hour = block.hour[row] as number;
      if (hour < first || hour >= end) continue;
      if (inHours[block.hourOfWeek[row] as number] === 0) continue;
      if (light !== undefined && block.dark[row] !== light) continue;
      const square = pairs.square[block.pair[row] as number] as number;
      if (allowed && allowed[square] === 0) continue;
      visit(block, row, square);
    }
  }
}
