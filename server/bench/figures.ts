/** Figures of a list of measurements. */

/** The value below which a share of the list lies, by the nearest rank. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export const median = (values: number[]): number => quantile(values, 0.5);

/** Three digits that mean something. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** What some work answers, and how many milliseconds it took. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const started = performance.now();
  const value = await work();
  return { value, ms: performance.now() - started };
}

/** A line of figures; a proof says whether it holds. */
export interface Result {
  name: string;
  n: number;
  holds?: boolean;
  [figure: string]: number | string | boolean | undefined;
}
