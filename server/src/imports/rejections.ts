/** Gathers the rows that are rejected: all are counted, the first are kept to be shown. */
import type { Findings } from "@trygg/shared/imports/schema.ts";
import { Unfit } from "./fields.ts";

const MOST_SHOWN = 200;
/** Names are the file's own, and may be of any length. */
const LONGEST_NAME = 60;

export interface Rejections {
  first: Findings["rejections"];
  /** Does something with a row; an Unfit rejects it. */
  guard(row: number, what: string, work: () => void): void;
  count(): number;
}

export function gatherRejections(): Rejections {
  const first: Findings["rejections"] = [];
  let count = 0;
  return {
    first,
    guard(row, what, work) {
      try {
        work();
      } catch (error) {
        if (!(error instanceof Unfit)) throw error;
        count += 1;
        if (first.length < MOST_SHOWN)
          first.push({ row, ...(what ? { what: what.slice(0, LONGEST_NAME) } : {}), ...error.why });
      }
    },
    count: () => count,
  };
}
