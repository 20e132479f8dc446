/** Cuts lines into equal pieces, and finds their middle. */
import type { Position } from "geojson";
import { lengthInMetres } from "./distance.ts";
import { roundDegrees } from "./square.ts";
import type { LngLat } from "./sweref.ts";

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

/** The point half-way along a line, to a tenth of a metre. */
export function middleOf(line: readonly Position[]): LngLat {
  let left = lengthInMetres(line) / 2;
  for (const [index, to] of line.entries()) {
    const from = line[index - 1];
    if (!from) continue;
    const length = lengthInMetres([from, to]);
    const share = length === 0 ? 0 : left / length;
    const [[x = 0, y = 0], [toX = 0, toY = 0]] = [from, to];
    if (share <= 1)
      return { lng: roundDegrees(x + share * (toX - x)), lat: roundDegrees(y + share * (toY - y)) };
    left -= length;
  }
  const [lng = 0, lat = 0] = line.at(-1) ?? [];
  return { lng, lat };
}

const between = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, share: number): Position => [
  ax + (bx - ax) * share,
  ay + (by - ay) * share,
];
