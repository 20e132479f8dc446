/** Polygon arithmetic on lists, on top of turf, which works on pairs and answers null for "nothing left". */
import {
  area,
  bbox,
  buffer,
  difference,
  featureCollection,
  flatten,
  intersect,
  length,
  polygonToLine,
  simplify,
  union,
} from "@turf/turf";
import type { Area, Surface } from "./shapes.ts";

export function joined(surfaces: readonly Surface[]): Surface {
  const [first, ...others] = surfaces;
  if (!first) throw new RangeError("expected at least one surface to join");
  if (others.length === 0) return first;
  const whole = union(featureCollection([first, ...others]));
  if (!whole) throw new RangeError("expected surfaces to join into something");
  return whole;
}

/** What is left of a surface when others are taken away; undefined when nothing is. */
export function without(surface: Surface, taken: readonly Surface[]): Surface | undefined {
  if (taken.length === 0) return surface;
  return difference(featureCollection([surface, ...taken])) ?? undefined;
}

export function shared(one: Surface, other: Surface): Surface | undefined {
  return intersect(featureCollection([one, other])) ?? undefined;
}

/** Whether two shapes' boxes overlap: cheap, and enough to leave most pairs out of exact arithmetic. */
export function mayTouch(one: Surface, other: Surface): boolean {
  const [a, b] = [bbox(one), bbox(other)];
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** The separate polygons of a surface, largest first. */
export function pieces(surface: Surface | undefined): Area[] {
  if (!surface) return [];
  return flatten(surface).features.sort((one, other) => area(other) - area(one));
}

/** Grown (or shrunk, when negative) by metres; undefined when nothing is left. */
export function grown(surface: Surface, metres: number): Surface | undefined {
  return buffer(surface, metres, { units: "meters", steps: 6 });
}

/** With fewer points, for soft shapes that nobody measures; within about half a metre. */
export function coarser(surface: Surface): Surface {
  return simplify(surface, { tolerance: 6e-6, highQuality: true });
}

/** Metres of width of a thin shape, about: a rectangle of width w and great length gives w. */
export function thickness(surface: Surface): number {
  const outlines = flatten(surface).features.map((part) => polygonToLine(part));
  const around = outlines.reduce(
    (sum, ring) => sum + length(ring as GeoJSON.Feature<GeoJSON.LineString>, { units: "meters" }),
    0,
  );
  return (2 * area(surface)) / around;
}
