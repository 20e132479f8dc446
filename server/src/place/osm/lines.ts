/** Lines, measured in metres from their beginning. */
import { CM, type Spot } from "./plane.ts";

type Line = Spot[];

export function distance(one: Spot, other: Spot): number {
  return Math.hypot(one.x - other.x, one.y - other.y) / CM;
}

export function lengthOf(line: Line): number {
  return line.reduce(
    (sum, spot, index) => sum + (index > 0 ? distance(line[index - 1] as Spot, spot) : 0),
    0,
  );
}

export function spotAt(line: Line, metres: number): Spot {
  let left = metres;
  for (const [index, to] of line.slice(1).entries()) {
    const from = line[index] as Spot;
    const step = distance(from, to);
    if (step >= left && step > 0) {
      const share = left / step;
      return {
        x: Math.round(from.x + share * (to.x - from.x)),
        y: Math.round(from.y + share * (to.y - from.y)),
      };
    }
    left -= step;
  }
  return line.at(-1) as Spot;
}

export function partOf(line: Line, from: number, to: number): Line {
  let at = 0;
  const between = line.filter((spot, index) => {
    if (index > 0) at += distance(line[index - 1] as Spot, spot);
    return at > from && at < to;
  });
  return [spotAt(line, from), ...between, spotAt(line, to)];
}
