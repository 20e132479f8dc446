/** All visits of patrols to squares as typed columns in blocks of a month. */
import { type Pairs, makePairs, pairOf } from "../../columns/pairs.ts";

export interface PresenceColumns {
  /** By month in UTC, `2026-11`. */
  blocks: Map<string, PresenceBlock>;
  /** Patrols in squares. */
  pairs: Pairs;
  squares: { names: string[]; numbers: Map<string, number> };
}

export interface PresenceBlock {
  count: number;
  /** Hours since 1970 in UTC. */
  hour: Uint32Array;
  /** 0–167, local time. */
  hourOfWeek: Uint8Array;
  /** 1 in darkness. */
  dark: Uint8Array;
  seconds: Uint16Array;
  /** The patrol in its square. */
  pair: Uint32Array;
}

export interface Visit {
  square: string;
  hour: number;
  hourOfWeek: number;
  dark: boolean;
  seconds: number;
  /** 64 bits of the patrol's random id. */
  patrolHigh: number;
  patrolLow: number;
}

export function makePresence(): PresenceColumns {
  return { blocks: new Map(), pairs: makePairs(), squares: { names: [], numbers: new Map() } };
}

export function makePresenceBlock(capacity = 64): PresenceBlock {
  return {
    count: 0,
    hour: new Uint32Array(capacity),
    hourOfWeek: new Uint8Array(capacity),
    dark: new Uint8Array(capacity),
    seconds: new Uint16Array(capacity),
    pair: new Uint32Array(capacity),
  };
}

export function addVisit({ pairs, squares }: PresenceColumns, block: PresenceBlock, visit: Visit): void {
  if (block.count === block.hour.length) growBlock(block);
  let square = squares.numbers.get(visit.square);
  if (square === undefined) {
    square = squares.names.push(visit.square) - 1;
    squares.numbers.set(visit.square, square);
  }
  const at = block.count;
  block.hour[at] = visit.hour;
  block.hourOfWeek[at] = visit.hourOfWeek;
  block.dark[at] = visit.dark ? 1 : 0;
  block.seconds[at] = visit.seconds;
  block.pair[at] = pairOf(pairs, visit.patrolHigh, visit.patrolLow, square);
  block.count += 1;
}

function growBlock(block: PresenceBlock): void {
  const grown = makePresenceBlock(Math.ceil(block.hour.length * 1.5));
  grown.hour.set(block.hour);
  grown.hourOfWeek.set(block.hourOfWeek);
  grown.dark.set(block.dark);
  grown.seconds.set(block.seconds);
  grown.pair.set(block.pair);
  Object.assign(block, { ...grown, count: block.count });
}

/** The month in UTC of an hour since 1970. */
export const monthOfHour = (hour: number) => new Date(hour * 3_600_000).toISOString().slice(0, 7);
