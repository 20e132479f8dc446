/** Street lines cut where they begin and end, with the surface that each takes between the house fronts. */
import type { Corrections } from "../description/corrections.ts";
import type { Street, StreetKind } from "../description/street.ts";
import { describeStreets } from "../description/streets.ts";
import type { Corner, Spot } from "../description/frame.ts";
import { lengthOf, meetings, slice } from "../geometry/cutting.ts";
import { ribbon } from "../geometry/ribbon.ts";
import type { Area, Line } from "../geometry/shapes.ts";
import { smoothLine } from "../geometry/smooth-line.ts";
import { line } from "../geometry/town-frame.ts";

/** A stretch of a street with one character. */
export interface Stretch {
  street: Street;
  kind: StreetKind;
  line: Line;
  surface: Area;
}

export interface DrawnStreet {
  street: Street;
  line: Line;
  stretches: Stretch[];
}

export function drawStreets(corrections: Corrections): DrawnStreet[] {
  const described = describeStreets(corrections);
  const raw = new Map(described.map((street) => [street.id, line(shapeOf(street))]));
  const lineOf = (id: string): Line => {
    const found = raw.get(id);
    if (!found) throw new RangeError(`expected the id of a described street, got "${id}"`);
    return found;
  };
  return described.map((street) => {
    const cut = cutToNeighbours(street, lineOf);
    return { street, line: cut, stretches: stretchesOf(street, cut, lineOf) };
  });
}

function shapeOf({ soft, corners }: Street): readonly Corner[] {
  return soft ? smoothLine(corners.map(([u, v]): Spot => [u, v])) : corners;
}

function cutToNeighbours(street: Street, lineOf: (id: string) => Line): Line {
  const whole = lineOf(street.id);
  const starts = street.from ? meetings(whole, lineOf(street.from)) : [0];
  const start = street.fromLastMeeting ? starts.at(-1) : starts[0];
  const end = street.to ? meetings(whole, lineOf(street.to)).at(-1) : lengthOf(whole);
  if (start === undefined || end === undefined || start >= end) {
    throw new RangeError(
      `expected ${street.id} to run from ${street.from ?? "its start"} to ${street.to ?? "its end"}`,
    );
  }
  return street.from || street.to ? slice(whole, start, end) : whole;
}

function stretchesOf(street: Street, whole: Line, lineOf: (id: string) => Line): Stretch[] {
  const stretch = (kind: StreetKind, from: number, to: number): Stretch => {
    const part = slice(whole, from, to);
    return { street, kind, line: part, surface: ribbon(part, street.width) };
  };
  if (!street.part) return [{ street, kind: street.kind, line: whole, surface: ribbon(whole, street.width) }];
  const [from, to] = street.part.between.map((id) => meetings(whole, lineOf(id))[0]);
  if (from === undefined || to === undefined) {
    throw new RangeError(`expected ${street.id} to cross ${street.part.between.join(" and ")}`);
  }
  return [
    stretch(street.kind, 0, from),
    stretch(street.part.kind, from, to),
    stretch(street.kind, to, lengthOf(whole)),
  ];
}
