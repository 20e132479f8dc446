/**
 * Single reports as one buffer, which is drawn as it comes and held in memory just so: a head in JSON, then three words
 * of 32 bits for each report, the lowest byte first. Words: the cell of a grid of 10 m; the reasons, one bit each; and
 * the day it came in (days since the first, 16 bits), kind (8 bits), how many bins of the week it concerns (8 bits).
 */
import { z } from "zod";
import type { GridPosition } from "../geo/sweref.ts";

export const WORDS_PER_POINT = 3;

export const pointsHead = z.strictObject({
  /** South-west corner of the grid (SWEREF 99 TM) and the side of its cells, in metres. */
  east: z.number().int(),
  north: z.number().int(),
  step: z.number().int(),
  /** Cells from west to east; they are counted row by row from the south-west. */
  width: z.number().int(),
  height: z.number().int(),
  /** Day 0. */
  firstDay: z.iso.date(),
  /** The reason that each bit stands for, from the lowest. */
  reasons: z.array(z.string()),
});
export type PointsHead = z.infer<typeof pointsHead>;

export interface Points {
  head: PointsHead;
  words: Uint32Array;
}

/** The length of the head's text, then the text, filled up so that words follow. */
export function writeHead(head: PointsHead): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const padded = new Uint8Array(4 + Math.ceil(text.length / 4) * 4).fill(0x20);
  new DataView(padded.buffer).setUint32(0, padded.length - 4, true);
  padded.set(text, 4);
  return padded;
}

/** The reports follow the head to the end. Throws where the buffer is not one of these. */
export function readPoints(buffer: ArrayBuffer): Points {
  const length = new DataView(buffer).getUint32(0, true);
  const head = pointsHead.parse(JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))));
  const words = new Uint32Array(buffer, 4 + length);
  if (words.length % WORDS_PER_POINT !== 0)
    throw new RangeError(`expected ${WORDS_PER_POINT} words for each report, got ${words.length} in all`);
  return { head, words };
}

/** Where the reports of a cell stand, in metres on the national grid. */
export const positionOfCell = ({ east, north, step, width }: PointsHead, cell: number): GridPosition => ({
  east: east + (cell % width) * step,
  north: north + Math.floor(cell / width) * step,
});

/** Day 0 of the buffers that are written now. */
export const FIRST_DAY = "2000-01-01";

/** The third word of a report. */
export const restOf = (day: number, kind: number, bins: number): number => day | (kind << 16) | (bins << 24);

export const dayOfRest = (rest: number) => rest & 0xffff;
export const kindOfRest = (rest: number) => (rest >>> 16) & 0xff;
export const binsOfRest = (rest: number) => rest >>> 24;
