/** Gathers the rows that are rejected: all are counted, the first are kept to be shown. */
import type { Findings, Told } from "@trygg/shared/imports/schema.ts";

const MOST_SHOWN = 200;
/** Names are the file's own, and may be of any length. */
const LONGEST_NAME = 60;

export interface Rejections {
  first: Findings["rejections"];
  add(row: number, why: Told, what?: string): void;
  count(): number;
}

export function gatherRejections(): Rejections {
  const first: Findings["rejections"] = [];
  let count = 0;
  return {
    first,
    add(row, why, what) {
      count += 1;
      if (first.length < MOST_SHOWN)
        first.push({ row, ...(what ? { what: what.slice(0, LONGEST_NAME) } : {}), ...why });
    },
    count: () => count,
  };
}
