/** Rows per statement: PostgreSQL takes at most 65,535 parameters in one. */
const BATCH = 5000;

/** A list in parts that fit into one statement each. */
export function inBatches<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) =>
    rows.slice(index * BATCH, (index + 1) * BATCH),
  );
}
