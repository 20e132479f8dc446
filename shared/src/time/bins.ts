/**
 * The week in 56 bins of three hours, Monday 00–03 being bin 0, as residents pick them and reports keep them.
 * A set of bins is a 56-bit mask: bit n stands for bin n.
 */
export const BINS_PER_WEEK = 56;
export const HOURS_PER_BIN = 3;
export const HOURS_PER_WEEK = 168;

/** All 56 bins: "always". */
export const ALWAYS: bigint = (1n << BigInt(BINS_PER_WEEK)) - 1n;

/** The bin that holds an hour of the week, 0–167. */
export function binOfHour(hourOfWeek: number): number {
  return Math.floor(hourOfWeek / HOURS_PER_BIN);
}

/** A list of bins as a mask; an empty list means always. */
export function maskOfBins(bins: readonly number[]): bigint {
  if (bins.length === 0) return ALWAYS;
  return bins.reduce((mask, bin) => mask | (1n << BigInt(bin)), 0n);
}

/** The bins of a mask in rising order. */
export function binsOfMask(mask: bigint): number[] {
  return Array.from({ length: BINS_PER_WEEK }, (_, bin) => bin).filter((bin) => hasBin(mask, bin));
}

export function hasBin(mask: bigint, bin: number): boolean {
  return ((mask >> BigInt(bin)) & 1n) === 1n;
}
