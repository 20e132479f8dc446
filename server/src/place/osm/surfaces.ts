/**
 * Arithmetic on surfaces. A surface is a list of rings, those round it counter-clockwise and its holes clockwise, with
 * no ring closed by a repeated point.
 */
import {
  Clipper64,
  ClipType,
  Clipper,
  EndType,
  FillRule,
  JoinType,
  type PolyPath64,
  PolyTree64,
} from "clipper2-ts";
import { lengthOf } from "./lines.ts";
import { CM, type Spot } from "./plane.ts";

export type Ring = Spot[];
export type Surface = Ring[];

/** How far a rounded corner may lie from the true arc, and how small a bend is dropped; centimetres. */
const ARC = 12;
const BEND = 4;

/** Mitred corners end where they would reach farther than so many times the distance. */
const MITRE = 2;

export function joined(surfaces: readonly Surface[]): Surface {
  return Clipper.union(surfaces.flat(), FillRule.NonZero);
}

/** The surface of rings that say nothing about their direction: what lies within an odd number of them. */
export function fromRings(rings: readonly Ring[]): Surface {
  return Clipper.union([...rings], FillRule.EvenOdd);
}

export function without(surface: Surface, ...taken: Surface[]): Surface {
  return Clipper.difference(surface, taken.flat(), FillRule.NonZero);
}

export function shared(one: Surface, other: Surface): Surface {
  return Clipper.intersect(one, other, FillRule.NonZero);
}

/** Grown by metres with round corners, or shrunk when they are negative. */
export function grown(surface: Surface, metres: number): Surface {
  const moved = Clipper.inflatePaths(
    surface,
    metres * CM,
    JoinType.Round,
    EndType.Polygon,
    MITRE,
    Math.max(ARC, Math.abs(metres)),
  );
  return Clipper.simplifyPaths(moved, BEND);
}

/** Lines given a width in metres. */
export function ribbon(lines: readonly Ring[], width: number, ends = EndType.Round): Surface {
  return Clipper.inflatePaths([...lines], (width * CM) / 2, JoinType.Round, ends, MITRE, ARC);
}

/** Square metres. */
export function sizeOf(surface: Surface): number {
  return Clipper.areaPaths(surface) / CM ** 2;
}

/** The separate pieces of a surface, each a ring with its holes. */
export function pieces(surface: Surface): Surface[] {
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(ClipType.Union, surface, null, tree, FillRule.NonZero);
  return childrenOf(tree).flatMap(piecesUnder);
}

function piecesUnder(outer: PolyPath64): Surface[] {
  const holes = childrenOf(outer);
  const own = [outer, ...holes].map((path) => path.poly ?? []);
  return [own, ...holes.flatMap((hole) => childrenOf(hole).flatMap(piecesUnder))];
}

const childrenOf = (path: PolyPath64) => Array.from({ length: path.count }, (_, index) => path.child(index));

/** The parts of lines within a surface, or outside it. */
export function linesWithin(lines: readonly Ring[], surface: Surface, inside = true): Ring[] {
  const clipper = new Clipper64();
  // Two nodes may share a centimetre: a line without extent stops the engine.
  clipper.addOpenSubject(lines.filter((line) => lengthOf(line) > 0));
  clipper.addClip(surface);
  const [closed, open]: [Surface, Surface] = [[], []];
  clipper.execute(inside ? ClipType.Intersection : ClipType.Difference, FillRule.NonZero, closed, open);
  return open;
}

/** Whether a spot lies in a surface or on its edge. */
export function covers(surface: Surface, spot: Spot): boolean {
  let inside = false;
  for (const ring of surface)
    ring.forEach((to, index) => {
      const from = ring.at(index - 1) as Spot;
      if (
        to.y > spot.y !== from.y > spot.y &&
        spot.x < from.x + ((spot.y - from.y) / (to.y - from.y)) * (to.x - from.x)
      )
        inside = !inside;
    });
  return inside;
}

/** Metres of width of a thin shape, about: a rectangle of width w and great length gives w. */
export function thickness(surface: Surface): number {
  const around = surface.reduce((sum, ring) => sum + lengthOf([...ring, ring[0] as Spot]), 0);
  return (2 * sizeOf(surface)) / around;
}
