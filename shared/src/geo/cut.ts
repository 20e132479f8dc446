/** Cuts lines into equal pieces. */
import type { Position } from "geojson";
import { lengthInMetres } from "./distance.ts";

/** A line as so many pieces of the same length, which follow each other. */
export function cutEvenly(line: readonly Position[], pieces: number): Position[][] {
  const step = lengthInMetres(line) / pieces;
  const cut: Position[][] = [];
  let piece: Position[] = [line[0] as Position];
  let left = step;
  for (const [index, to] of line.slice(1).entries()) {
    let from = line[index] as Position;
    let length = lengthInMetres([from, to]);
    while (length > left && cut.length < pieces - 1) {
      const at = between(from, to, left / length);
      cut.push([...piece, at]);
      piece = [at];
      length -= left;
      from = at;
      left = step;
    }
    left -= length;
    piece.push(to);
  }
  return [...cut, piece];
}

/** The point half way along a line. */
export const middleOf = (line: readonly Position[]): Position => cutEvenly(line, 2)[1]?.[0] as Position;

const between = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, share: number): Position => [
  ax + (bx - ax) * share,
  ay + (by - ay) * share,
];
