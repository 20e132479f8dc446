/** The light on the ground over a grid of cells, and what one lamp gives to it. */
import type { GridPosition } from "../geo/sweref.ts";
import { type LightSource, asTurned, inLampFrame, isDistribution } from "./source.ts";
import { type StandIn, straightDown } from "./stand-in.ts";
import { C_NODES, GAMMA_NODES, GAMMA_SIDE, tableOf } from "./table.ts";

/** Cells of `step` metres, by rows from the south; a value is that of a cell's centre. */
export interface Grid extends GridPosition {
  step: number;
  /** Cells eastwards and northwards; `east` and `north` are the grid's south-west corner. */
  width: number;
  height: number;
}

/** A lamp's light is followed this many times its height; `bench light` tells what is lost beyond. */
export const REACH = 10;

/** Room for the light of a grid, lux; nothing burns yet. */
export function rasterOf({ width, height }: Grid): Float32Array {
  return new Float32Array(width * height);
}

/**
 * Adds the light of a source to a grid, lux. −1 `times` takes away what 1 gave, but for the last bits of single
 * precision; `reach` is in heights of the lamp.
 */
export function addLight(lux: Float32Array, grid: Grid, source: LightSource, times = 1, reach = REACH): void {
  const turned = asTurned(source);
  const { shape } = turned;
  const { step, width, height } = grid;
  const most = reach * source.height;
  const east = grid.east + step / 2 - source.east;
  const north = grid.north + step / 2 - source.north;
  const eastwards = inLampFrame(turned, 1, 0, 0);
  const firstRow = Math.max(0, Math.ceil((-most - north) / step));
  const lastRow = Math.min(height - 1, Math.floor((most - north) / step));
  for (let row = firstRow; row <= lastRow; row++) {
    const away = north + row * step;
    const half = Math.sqrt(most * most - away * away);
    const first = Math.max(0, Math.ceil((-half - east) / step));
    const last = Math.min(width - 1, Math.floor((half - east) / step));
    if (first > last) continue;
    const stretch = {
      cells: lux.subarray(row * width + first, row * width + last + 1),
      east: east + first * step,
      step,
      north: inLampFrame(turned, 0, away, source.height),
      eastwards,
    };
    if (isDistribution(shape))
      addByTable(stretch, (times * source.flux * source.height) / shape.flux, tableOf(shape));
    else addByFormula(stretch, times * source.flux * source.height, shape);
  }
}

/** Cells of one row. The vector to a cell is `north` and as many times `eastwards` as it lies metres east of the lamp. */
interface Stretch {
  cells: Float32Array;
  /** Of the first cell, metres. */
  east: number;
  step: number;
  north: ReturnType<typeof inLampFrame>;
  eastwards: ReturnType<typeof inLampFrame>;
}

/** Metres along C0 that stand for none: straight down, C is 0. */
const HAIR = 1e-6;

/** I h ∕ D³ of the stand-in without an angle, as one fraction: the sines and cosines of C and γ are parts of the vector. */
function addByFormula(stretch: Stretch, fluxHeight: number, { q, a, b }: StandIn): void {
  const { cells, east, step, north, eastwards } = stretch;
  const scale = fluxHeight * straightDown(q);
  const [alongNorth, acrossNorth, axialNorth] = [north.along, north.across, north.axial];
  const [alongEast, acrossEast, axialEast] = [eastwards.along, eastwards.across, eastwards.axial];
  for (let cell = 0; cell < cells.length; cell++) {
    const away = east + cell * step;
    const axial = axialNorth + away * axialEast;
    const along = alongNorth + away * alongEast || HAIR;
    const across = acrossNorth + away * acrossEast;
    const x2 = along * along;
    const y2 = across * across;
    const aside2 = x2 + y2;
    const aside = Math.sqrt(aside2);
    const d2 = aside2 + axial * axial;
    const d4 = d2 * d2;
    const around = (aside2 + a * (x2 - y2)) * (aside + b * across);
    const lux = (scale * axial * (d4 + q * aside2 * aside2) * around) / (d4 * d4 * aside2 * aside);
    if (axial > 0) cells[cell] = (cells[cell] as number) + lux;
  }
}

/** The same by a luminaire's table, straight between its nodes. */
function addByTable(stretch: Stretch, scale: number, table: Float32Array): void {
  const { cells, east, step, north, eastwards } = stretch;
  for (let cell = 0; cell < cells.length; cell++) {
    const away = east + cell * step;
    const along = north.along + away * eastwards.along;
    const across = north.across + away * eastwards.across;
    const axial = north.axial + away * eastwards.axial;
    const aside2 = along * along + across * across;
    const d2 = aside2 + axial * axial;
    const aside = Math.sqrt(aside2);
    const fall = aside / (aside + Math.abs(axial));
    const gamma = (axial >= 0 ? fall : 2 - fall) * GAMMA_NODES;
    const c = aside2 === 0 ? 0 : aroundOf(along, across) * C_NODES;
    const [below, before] = [Math.min(gamma | 0, GAMMA_SIDE - 2), Math.min(c | 0, 4 * C_NODES - 1)];
    const at = before * GAMMA_SIDE + below;
    const one = between(table, at, gamma - below);
    const other = between(table, at + GAMMA_SIDE, gamma - below);
    const candela = one + (c - before) * (other - one);
    cells[cell] = (cells[cell] as number) + (scale * candela) / (d2 * Math.sqrt(d2));
  }
}

function between(table: Float32Array, at: number, share: number): number {
  const low = table[at] as number;
  return low + share * ((table[at + 1] as number) - low);
}

/** Quarters of a turn from C0: 0–4, as `table.ts` divides them. */
function aroundOf(along: number, across: number): number {
  const share = Math.abs(across) / (Math.abs(along) + Math.abs(across));
  if (across >= 0) return along >= 0 ? share : 2 - share;
  return along < 0 ? 2 + share : 4 - share;
}
