/** How much light there is on the ground of a place: a raster over it, and the figures of the cells that count. */
import { SQUARE_SIDE, squareCorner } from "../geo/square.ts";
import { FACE_HEIGHT, semiCylindricalAt, verticalAt } from "../photometry/illuminance.ts";
import { type Grid, REACH, addLight, rasterOf } from "../photometry/raster.ts";
import type { LightSource } from "../photometry/source.ts";

/** A grid, and which of its cells are ground that people walk on: stretches in turn that do not count and that do. */
export interface Ground {
  grid: Grid;
  stretches: number[];
}

export interface LightLevel {
  /** Lux. */
  mean: number;
  min: number;
  /** Minimum by mean; 0 where there is no light. */
  uniformity: number;
  /** The share of the ground with less than the town takes for dark. */
  darkShare: number;
}

/** Cells of one grid at most: a picture that a phone gets in a moment. */
const MOST_CELLS = 40_000;

interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** A grid from whole metres over a box, in cells of a metre, or of as many more as the box is too large for. */
export function gridOver({ west, south, east, north }: Box, most = MOST_CELLS): Grid {
  const corner = { east: Math.floor(west), north: Math.floor(south) };
  const sized = (step: number): Grid => ({
    ...corner,
    step,
    width: Math.max(1, Math.ceil((east - corner.east) / step)),
    height: Math.max(1, Math.ceil((north - corner.north) / step)),
  });
  let grid = sized(1);
  while (grid.width * grid.height > most) grid = sized(grid.step + 1);
  return grid;
}

/** A grid over squares of 62.5 m. */
export function gridOfSquares(squares: readonly string[], most = MOST_CELLS): Grid {
  const corners = squares.map(squareCorner);
  const [easts, norths] = [corners.map(({ east }) => east), corners.map(({ north }) => north)];
  const box = {
    west: Math.min(...easts),
    south: Math.min(...norths),
    east: Math.max(...easts) + SQUARE_SIDE,
    north: Math.max(...norths) + SQUARE_SIDE,
  };
  return gridOver(box, most);
}

/** Lux over a grid, every source counted. */
export function lightOver(grid: Grid, sources: readonly LightSource[]): Float32Array {
  const lux = rasterOf(grid);
  for (const source of sources) addLight(lux, grid, source);
  return lux;
}

/** Whether a lamp there could light a cell of the grid. */
export function reaches({ east, north, height }: LightSource, grid: Grid): boolean {
  const outside = (value: number, low: number, length: number) =>
    Math.max(low - value, 0, value - low - length * grid.step);
  return (
    Math.hypot(outside(east, grid.east, grid.width), outside(north, grid.north, grid.height)) <=
    REACH * height
  );
}

/** The figures of the ground; of no ground at all, none. */
export function levelOf(lux: Float32Array, { stretches }: Ground, leastLux: number): LightLevel {
  let [count, sum, min, dark] = [0, 0, Infinity, 0];
  for (const cell of cellsOf(stretches)) {
    // A lamp that was taken away leaves the last bits of single precision.
    const value = Math.max(0, lux[cell] as number);
    count += 1;
    sum += value;
    if (value < min) min = value;
    if (value < leastLux) dark += 1;
  }
  if (count === 0) return { mean: 0, min: 0, uniformity: 0, darkShare: 0 };
  const mean = sum / count;
  return { mean, min, uniformity: mean === 0 ? 0 : min / mean, darkShare: dark / count };
}

/** Places in the grid of the cells that count. */
export function* cellsOf(stretches: readonly number[]): Generator<number> {
  let cell = 0;
  for (const [index, length] of stretches.entries()) {
    if (index % 2 === 1) for (let within = 0; within < length; within++) yield cell + within;
    cell += length;
  }
}

/** The stretches of a mask of cells, 1 for those that count. */
export function stretchesOf(mask: Uint8Array): number[] {
  const stretches: number[] = [];
  let [counts, length] = [0, 0];
  for (const cell of mask) {
    if (cell === counts) length += 1;
    else {
      stretches.push(length);
      [counts, length] = [cell, 1];
    }
  }
  return [...stretches, length];
}

/** Lux on a face 1.5 m above the ground that looks north, east, south or west. */
export interface OnFaces {
  /** Over all points and directions. */
  mean: number;
  /** Where and how it is least. */
  min: number;
}

/** Points at most on which faces are computed: each asks every lamp for an angle. */
const MOST_FACES = 1500;
const DIRECTIONS = [0, 1, 2, 3].map((quarter) => (quarter * Math.PI) / 2);

export function onFaces(
  { grid, stretches }: Ground,
  sources: readonly LightSource[],
): { vertical: OnFaces; semiCylindrical: OnFaces } {
  const cells = [...cellsOf(stretches)];
  const every = Math.max(1, Math.ceil(cells.length / MOST_FACES));
  const points = cells
    .filter((_, index) => index % every === 0)
    .map((cell) => ({
      east: grid.east + ((cell % grid.width) + 0.5) * grid.step,
      north: grid.north + (Math.floor(cell / grid.width) + 0.5) * grid.step,
    }));
  const over = (light: typeof verticalAt): OnFaces => {
    const values = points.flatMap((at) => {
      const near = sources.filter(({ east, north, height }) => {
        const away = Math.hypot(at.east - east, at.north - north);
        return away <= REACH * Math.max(height, FACE_HEIGHT);
      });
      return DIRECTIONS.map((facing) => near.reduce((lux, source) => lux + light(source, at, facing), 0));
    });
    const sum = values.reduce((total, value) => total + value, 0);
    return values.length === 0
      ? { mean: 0, min: 0 }
      : { mean: sum / values.length, min: values.reduce((least, value) => Math.min(least, value), Infinity) };
  };
  return { vertical: over(verticalAt), semiCylindrical: over(semiCylindricalAt) };
}

/** What is computed beside the requests: the light over a ground, its figures and those on faces. */
export function computeLight({ ground, sources, leastLux }: LightAsked) {
  const lux = lightOver(ground.grid, sources);
  return { lux, level: levelOf(lux, ground, leastLux), faces: onFaces(ground, sources) };
}

export interface LightAsked {
  ground: Ground;
  sources: LightSource[];
  leastLux: number;
}

/** The figures alone, of many grounds. */
export function computeLevels(asked: LightAsked[]): LightLevel[] {
  return asked.map(({ ground, sources, leastLux }) =>
    levelOf(lightOver(ground.grid, sources), ground, leastLux),
  );
}
