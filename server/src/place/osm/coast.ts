/**
 * Land and sea from the coastline, which OpenStreetMap draws with the land on its left and cuts into many ways. Where
 * it leaves the frame, the land goes on along the frame, counter-clockwise, to where the coastline comes in again.
 */
import type { OsmLine } from "./extract.ts";
import type { Plane, Spot } from "./plane.ts";
import { type Ring, type Surface, joined, sizeOf, without } from "./surfaces.ts";

export interface Coast {
  land: Surface;
  /** Where the extract cut the coastline off within the frame. */
  loose: Spot[];
}

export function drawCoast(ways: readonly OsmLine[], plane: Plane): Coast {
  const chains = chained(ways).map((way) => way.map(plane.spot));
  const isRing = (chain: Ring) => same(chain[0], chain.at(-1));
  const rings = chains.filter((chain) => isRing(chain) && chain.every((spot) => isInside(spot, plane)));
  const crossing = chains
    .filter((chain) => !rings.includes(chain))
    .map((chain) => (isRing(chain) ? fromOutside(chain, plane) : chain));
  const pieces = crossing.flatMap((chain) => clipped(chain, plane));
  const loose = pieces
    .flatMap((piece) => [piece[0] as Spot, piece.at(-1) as Spot])
    .filter((end) => !isOnEdge(end, plane));
  const mainland = closedAlongFrame(
    pieces.map((piece) => toEdges(piece, plane)),
    plane,
  );
  const [islands, lakes] = [
    rings.filter((ring) => sizeOf([ring]) > 0).map((ring) => ring.slice(0, -1)),
    rings.filter((ring) => sizeOf([ring]) < 0).map((ring) => ring.slice(0, -1)),
  ];
  // Where no coastline crosses the frame, islands tell that it lies at sea.
  const base = pieces.length > 0 ? mainland : islands.length > 0 && lakes.length === 0 ? [] : [plane.frame];
  return { land: joined([without(joined([base]), joined([lakes])), islands]), loose };
}

/** Ways joined in their own direction. */
function chained(ways: readonly OsmLine[]): OsmLine["positions"][] {
  const usable = ways.filter(({ nodes }) => nodes.length > 1);
  const starts = new Map(usable.map((way) => [way.nodes[0], way]));
  const followed = new Set(usable.map(({ nodes }) => nodes.at(-1)));
  const rest = new Set(usable);
  const chains: OsmLine["positions"][] = [];
  // First those that nothing leads into, then what is left: rings.
  const inOrder = [...usable.filter(({ nodes }) => !followed.has(nodes[0])), ...usable];
  for (const first of inOrder) {
    if (!rest.delete(first)) continue;
    const chain = [...first.positions];
    let last = first;
    for (;;) {
      const next = starts.get(last.nodes.at(-1));
      if (!next || !rest.delete(next)) break;
      chain.push(...next.positions.slice(1));
      last = next;
    }
    chains.push(chain);
  }
  return chains;
}

const same = (one: Spot | undefined, other: Spot | undefined) => one?.x === other?.x && one?.y === other?.y;

const isInside = ({ x, y }: Spot, { width, height }: Plane) => x > 0 && y > 0 && x < width && y < height;

const isOnEdge = ({ x, y }: Spot, { width, height }: Plane) => x <= 0 || y <= 0 || x >= width || y >= height;

/** The same ring, begun at a spot outside the frame. */
function fromOutside(ring: Ring, plane: Plane): Ring {
  const start = ring.findIndex((spot) => !isInside(spot, plane));
  return [...ring.slice(start, -1), ...ring.slice(0, start + 1)];
}

/** The parts of a line within the frame, in its direction. */
function clipped(line: Ring, plane: Plane): Ring[] {
  const parts: Ring[] = [];
  line.slice(1).forEach((to, index) => {
    const from = line[index] as Spot;
    const span = spanWithin(from, to, plane);
    if (!span) return;
    const at = (share: number): Spot => ({
      x: Math.round(from.x + share * (to.x - from.x)),
      y: Math.round(from.y + share * (to.y - from.y)),
    });
    const [start, end] = [at(span[0]), at(span[1])];
    const last = parts.at(-1);
    if (last && same(last.at(-1), start) && span[0] === 0) last.push(end);
    else parts.push([start, end]);
  });
  return parts.filter((part) => part.length > 2 || !same(part[0], part[1]));
}

/** Y.-D. Liang and B. A. Barsky, "A new concept and method for line clipping", 1984. */
function spanWithin(from: Spot, to: Spot, { width, height }: Plane): [number, number] | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enters, leaves] = [0, 1];
  for (const [step, room] of [
    [-dx, from.x],
    [dx, width - from.x],
    [-dy, from.y],
    [dy, height - from.y],
  ] as const) {
    if (step === 0 && room < 0) return undefined;
    if (step < 0) enters = Math.max(enters, room / step);
    if (step > 0) leaves = Math.min(leaves, room / step);
  }
  return enters < leaves ? [enters, leaves] : undefined;
}

/** A line whose ends lie within the frame, led straight on to its nearest edge. */
function toEdges(line: Ring, plane: Plane): Ring {
  const [first, last] = [line[0] as Spot, line.at(-1) as Spot];
  return [
    ...(isOnEdge(first, plane) ? [] : [nearestEdge(first, plane)]),
    ...line,
    ...(isOnEdge(last, plane) ? [] : [nearestEdge(last, plane)]),
  ];
}

function nearestEdge({ x, y }: Spot, { width, height }: Plane): Spot {
  const ways: [number, Spot][] = [
    [x, { x: 0, y }],
    [width - x, { x: width, y }],
    [y, { x, y: 0 }],
    [height - y, { x, y: height }],
  ];
  return (ways.sort((one, other) => one[0] - other[0])[0] as [number, Spot])[1];
}

function closedAlongFrame(lines: readonly Ring[], plane: Plane): Surface {
  const around = 2 * (plane.width + plane.height);
  const rest = new Set(lines);
  const rings: Surface = [];
  for (const first of lines) {
    if (!rest.delete(first)) continue;
    const ring: Ring = [...first];
    for (;;) {
      const out = along(ring.at(-1) as Spot, plane);
      const ahead = (line: Ring) => (along(line[0] as Spot, plane) - out + around) % around;
      const next = [first, ...rest].sort((one, other) => ahead(one) - ahead(other))[0] as Ring;
      ring.push(...cornersBetween(out, ahead(next), plane));
      if (next === first) break;
      rest.delete(next);
      ring.push(...next);
    }
    rings.push(ring);
  }
  return joined([rings]);
}

/** How far along the frame a spot on it lies, counter-clockwise from its south-west corner. */
function along({ x, y }: Spot, { width, height }: Plane): number {
  if (y <= 0) return x;
  if (x >= width) return width + y;
  if (y >= height) return width + height + (width - x);
  return 2 * width + height + (height - y);
}

function cornersBetween(from: number, ahead: number, { frame, width, height }: Plane): Spot[] {
  const around = 2 * (width + height);
  const corners = [0, width, width + height, 2 * width + height].map((at, index) => ({
    ahead: (at - from + around) % around,
    spot: frame[index] as Spot,
  }));
  return corners
    .filter((corner) => corner.ahead < ahead)
    .sort((one, other) => one.ahead - other.ahead)
    .map(({ spot }) => spot);
}
