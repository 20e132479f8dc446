/**
 * What counts as an occasion of presence: at least fifteen minutes inside the centre, placed at the release area and
 * the three-hour block in which most of it was spent. A second log of the same kind, area and block is probably the
 * same occasion told twice.
 */
import { HOURS_PER_BIN, binOfHour } from "../time/bins.ts";
import { hourOfWeek, localDate } from "../time/local.ts";
import type { SquareHour } from "./trace.ts";

/** Shorter presence is kept, but is not an occasion. */
export const OCCASION_SECONDS = 15 * 60;

export interface Occasion {
  area: string;
  /** Local date and three-hour bin of the week of the block. */
  date: string;
  bin: number;
}

/** The occasion that a presence makes, or null when it was too short or outside the centre. */
export function occasionOf(
  inside: SquareHour[],
  areaOf: (square: string) => string | undefined,
  timeZone: string,
): Occasion | null {
  const spent = new Map<string, { occasion: Occasion; seconds: number }>();
  let total = 0;
  for (const { square, hour, seconds } of inside) {
    const area = areaOf(square);
    if (!area) continue;
    total += seconds;
    const occasion = { area, date: localDate(hour, timeZone), bin: binOfHour(hourOfWeek(hour, timeZone)) };
    const key = `${area} ${occasion.date} ${occasion.bin}`;
    const entry = spent.get(key) ?? { occasion, seconds: 0 };
    entry.seconds += seconds;
    spent.set(key, entry);
  }
  // A millisecond of tolerance: sums of shares of exactly fifteen minutes must not fall short by rounding.
  if (total < OCCASION_SECONDS - 0.001) return null;
  return [...spent.values()].reduce((most, entry) => (entry.seconds > most.seconds ? entry : most)).occasion;
}

/** First hour of the day of a bin, 0, 3 … 21. */
export function hourOfBin(bin: number): number {
  return (bin * HOURS_PER_BIN) % 24;
}
