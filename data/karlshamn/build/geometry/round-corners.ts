/**
 * Rounds chosen corners with an arc of fixed radius. Smoothing by cutting corners (Chaikin) moves long straight
 * segments by tens of metres; an arc leaves them where they were measured.
 */
import type { Corner, Spot } from "../description/frame.ts";

/** Degrees of arc between two points of a rounded corner. */
const ARC_STEP = 9;

export function roundCorners(corners: readonly Corner[], closed: boolean): Spot[] {
  return corners.flatMap((corner, index) => {
    const before = corners[index - 1] ?? (closed ? corners.at(-1) : undefined);
    const after = corners[index + 1] ?? (closed ? corners[0] : undefined);
    return corner[2] && before && after ? arc(before, corner, after, corner[2]) : [[corner[0], corner[1]]];
  });
}

function arc(before: Corner, corner: Corner, after: Corner, radius: number): Spot[] {
  const incoming = direction(corner, before);
  const outgoing = direction(corner, after);
  const cosine = incoming.u * outgoing.u + incoming.v * outgoing.v;
  const halfAngle = Math.acos(Math.max(-1, Math.min(1, cosine))) / 2;
  if (halfAngle < 0.01 || halfAngle > Math.PI / 2 - 0.01) return [[corner[0], corner[1]]];

  // An arc may take at most 49 % of each side, so that two arcs never overlap.
  const room = 0.49 * Math.min(incoming.length, outgoing.length);
  const reach = Math.min(radius / Math.tan(halfAngle), room);
  const fitted = reach * Math.tan(halfAngle);
  const toCentre = fitted / Math.sin(halfAngle);
  const middle = { u: incoming.u + outgoing.u, v: incoming.v + outgoing.v };
  const middleLength = Math.hypot(middle.u, middle.v);
  const centre: Spot = [
    corner[0] + (middle.u / middleLength) * toCentre,
    corner[1] + (middle.v / middleLength) * toCentre,
  ];
  const startAngle = Math.atan2(
    corner[1] + incoming.v * reach - centre[1],
    corner[0] + incoming.u * reach - centre[0],
  );
  const endAngle = Math.atan2(
    corner[1] + outgoing.v * reach - centre[1],
    corner[0] + outgoing.u * reach - centre[0],
  );
  const sweep = Math.atan2(Math.sin(endAngle - startAngle), Math.cos(endAngle - startAngle));
  const steps = Math.max(2, Math.ceil(Math.abs(sweep) / ((ARC_STEP * Math.PI) / 180)));
  return Array.from({ length: steps + 1 }, (_, step): Spot => {
    const angle = startAngle + (sweep * step) / steps;
    return [centre[0] + fitted * Math.cos(angle), centre[1] + fitted * Math.sin(angle)];
  });
}

function direction(from: Corner, to: Corner): { u: number; v: number; length: number } {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  return { u: (to[0] - from[0]) / length, v: (to[1] - from[1]) / length, length };
}
