/**
 * A trace says where a patrol was and when, in metres of the national grid: moving between points, or somewhere
 * among points. It is what a line, a track, an area or a drawn polygon becomes before it is turned into visits, and
 * it is not kept. Traces are cut at whole hours, so that every piece has one hour of the week and one darkness.
 */
import type { GridPosition } from "../geo/sweref.ts";
import { SQUARE_SIDE, type SquareId, squareAt } from "../geo/square.ts";
import { HOUR_MS } from "../time/local.ts";

/** A straight, even walk within one hour. Times in milliseconds. */
interface Stride {
  from: GridPosition;
  to: GridPosition;
  start: number;
  end: number;
}

/** Time spent evenly among points within one hour. */
interface Stay {
  among: GridPosition[];
  start: number;
  end: number;
}

export type TracePiece = Stride | Stay;

/** Seconds of presence in one square during one hour. */
export interface SquareHour {
  square: SquareId;
  /** Start of the hour, milliseconds. */
  hour: number;
  seconds: number;
}

/** A walk through points passed at the given times (milliseconds, not falling). */
export function walk(points: GridPosition[], times: number[]): TracePiece[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] as GridPosition;
    const [start, end] = [times[index] as number, times[index + 1] as number];
    return hoursWithin(start, end).map((slice) => ({
      from: between(from, to, (slice.start - start) / (end - start)),
      to: between(from, to, (slice.end - start) / (end - start)),
      ...slice,
    }));
  });
}

/** When an even walk passes its points. */
export function evenTimes(points: GridPosition[], start: number, end: number): number[] {
  let walked = 0;
  const lengths = points.map((point, index) => {
    const before = points[index - 1];
    if (before) walked += Math.hypot(point.east - before.east, point.north - before.north);
    return walked;
  });
  return lengths.map((length, index) => {
    const share = walked > 0 ? length / walked : index / (points.length - 1);
    return start + share * (end - start);
  });
}

/** Being somewhere among points, each as likely as the others. */
export function stay(among: GridPosition[], start: number, end: number): TracePiece[] {
  return hoursWithin(start, end).map((slice) => ({ among, ...slice }));
}

/**
 * Seconds during which the centre of each square was within sight: for a walk the share of each stride inside the
 * circle round the centre, for a stay the share of its points.
 */
export function secondsInSight(trace: TracePiece[], radiusAt: (hour: number) => number): SquareHour[] {
  const sum = new SquareHours();
  const stays = new StaysInSight();
  for (const piece of trace) {
    const radius = radiusAt(hourOf(piece));
    const seconds = (piece.end - piece.start) / 1000;
    const shares = "among" in piece ? stays.shares(piece.among, radius) : strideShares(piece, radius);
    for (const [square, share] of shares) sum.add(square, hourOf(piece), share * seconds);
  }
  return sum.list();
}

/** Seconds spent standing in each square itself. */
export function secondsInside(trace: TracePiece[]): SquareHour[] {
  const sum = new SquareHours();
  for (const piece of trace) {
    const seconds = (piece.end - piece.start) / 1000;
    if ("among" in piece)
      for (const point of piece.among) sum.add(squareAt(point), hourOf(piece), seconds / piece.among.length);
    else
      for (const { middle, share } of cutAtSquares(piece))
        sum.add(squareAt(middle), hourOf(piece), share * seconds);
  }
  return sum.list();
}

/** Share of the segment a–b, 0–1, that lies within `radius` metres of `centre`. A point is all in or all out. */
export function shareInCircle(
  a: GridPosition,
  b: GridPosition,
  centre: GridPosition,
  radius: number,
): number {
  const along = { east: b.east - a.east, north: b.north - a.north };
  const lengthSquared = along.east ** 2 + along.north ** 2;
  if (lengthSquared === 0) return distance(a, centre) <= radius ? 1 : 0;
  const toCentre = { east: centre.east - a.east, north: centre.north - a.north };
  const nearest = (toCentre.east * along.east + toCentre.north * along.north) / lengthSquared;
  const offSquared =
    (toCentre.east - nearest * along.east) ** 2 + (toCentre.north - nearest * along.north) ** 2;
  if (offSquared >= radius ** 2) return 0;
  const half = Math.sqrt((radius ** 2 - offSquared) / lengthSquared);
  return Math.max(0, Math.min(1, nearest + half) - Math.max(0, nearest - half));
}

function hoursWithin(start: number, end: number): { start: number; end: number }[] {
  const slices = [];
  for (let from = start; from < end;) {
    const to = Math.min(end, (Math.floor(from / HOUR_MS) + 1) * HOUR_MS);
    slices.push({ start: from, end: to });
    from = to;
  }
  return slices;
}

const hourOf = (piece: TracePiece) => Math.floor(piece.start / HOUR_MS) * HOUR_MS;

function between(a: GridPosition, b: GridPosition, share: number): GridPosition {
  return { east: a.east + share * (b.east - a.east), north: a.north + share * (b.north - a.north) };
}

const distance = (a: GridPosition, b: GridPosition) => Math.hypot(a.east - b.east, a.north - b.north);

interface Cell {
  column: number;
  row: number;
}

const centreOf = ({ column, row }: Cell): GridPosition => ({
  east: (column + 0.5) * SQUARE_SIDE,
  north: (row + 0.5) * SQUARE_SIDE,
});

const idOf = ({ column, row }: Cell): SquareId => `${column}_${row}`;

/** Every square whose centre could lie within the radius of one of the points, or between them. */
function* squaresNear(points: GridPosition[], radius: number): Generator<Cell> {
  const cellsOf = (values: number[]) =>
    [
      Math.floor((Math.min(...values) - radius) / SQUARE_SIDE),
      Math.floor((Math.max(...values) + radius) / SQUARE_SIDE),
    ] as const;
  const [west, east] = cellsOf(points.map((point) => point.east));
  const [south, north] = cellsOf(points.map((point) => point.north));
  for (let column = west; column <= east; column++)
    for (let row = south; row <= north; row++) yield { column, row };
}

function* strideShares({ from, to }: Stride, radius: number): Generator<[SquareId, number]> {
  for (const square of squaresNear([from, to], radius))
    yield [idOf(square), shareInCircle(from, to, centreOf(square), radius)];
}

/**
 * Share of a stay's points within sight of each square. Goes from point to square, so that a large area costs no more
 * than its points, and once for all hours of the stay.
 */
class StaysInSight {
  readonly #known = new Map<GridPosition[], Map<number, Map<SquareId, number>>>();

  shares(among: GridPosition[], radius: number): Map<SquareId, number> {
    const byRadius = this.#known.get(among) ?? new Map<number, Map<SquareId, number>>();
    const shares = byRadius.get(radius) ?? countShares(among, radius);
    this.#known.set(among, byRadius.set(radius, shares));
    return shares;
  }
}

function countShares(among: GridPosition[], radius: number): Map<SquareId, number> {
  const points = new Map<SquareId, number>();
  for (const point of among)
    for (const square of squaresNear([point], radius))
      if (distance(point, centreOf(square)) <= radius)
        points.set(idOf(square), (points.get(idOf(square)) ?? 0) + 1);
  return new Map([...points].map(([square, count]) => [square, count / among.length]));
}

/** Cuts a stride where it crosses from square to square. */
function cutAtSquares({ from, to }: Stride): { middle: GridPosition; share: number }[] {
  const crossings = (a: number, b: number) => {
    const lines = [];
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    for (let line = Math.ceil(low / SQUARE_SIDE); line * SQUARE_SIDE < high; line++)
      lines.push((line * SQUARE_SIDE - a) / (b - a));
    return lines;
  };
  const cuts = [0, ...crossings(from.east, to.east), ...crossings(from.north, to.north), 1].sort(
    (a, b) => a - b,
  );
  return cuts.slice(1).flatMap((cut, index) => {
    const before = cuts[index] as number;
    return cut > before ? [{ middle: between(from, to, (before + cut) / 2), share: cut - before }] : [];
  });
}

/** Adds up seconds per square and hour, keeping the order of first mention. */
class SquareHours {
  readonly #seconds = new Map<string, SquareHour>();

  add(square: SquareId, hour: number, seconds: number): void {
    if (seconds <= 0) return;
    const key = `${square} ${hour}`;
    const entry = this.#seconds.get(key);
    if (entry) entry.seconds += seconds;
    else this.#seconds.set(key, { square, hour, seconds });
  }

  list(): SquareHour[] {
    return [...this.#seconds.values()];
  }
}
