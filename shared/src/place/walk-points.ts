/** Points at even distances along the walkable streets: where light is wanted, and beside which a lamp may stand. */
import type { Position } from "geojson";
import { cutEvenly, middleOf } from "../geo/cut.ts";
import type { GridPosition } from "../geo/sweref.ts";
import { toGrid } from "../geo/sweref.ts";
import type { Network } from "./network.ts";

export interface WalkPoint extends GridPosition {
  /** The edge that it stands on, and how far from where that begins, metres. */
  edge: number;
  along: number;
  /** Where the street leads there, radians counter-clockwise from east. */
  towards: number;
}

/** The middle of each piece, where every edge is cut into equal pieces of at most `step` metres. */
export function walkPoints({ edges }: Network, step: number): WalkPoint[] {
  return edges.flatMap(({ line, lengthMetres }, edge) => {
    const pieces = Math.max(1, Math.ceil(lengthMetres / step));
    return cutEvenly(line, pieces).map((piece, place) => ({
      ...toGrid(middleOf(piece)),
      edge,
      along: ((place + 0.5) * lengthMetres) / pieces,
      towards: directionOf(piece),
    }));
  });
}

function directionOf(piece: readonly Position[]): number {
  const [from, to] = [piece[0], piece.at(-1)].map(([lng = 0, lat = 0] = []) => toGrid({ lng, lat }));
  return from && to ? Math.atan2(to.north - from.north, to.east - from.east) : 0;
}
