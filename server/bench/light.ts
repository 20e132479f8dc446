/**
 * The light of 200 lamps on 160,000 cells, as the product computes it, beside a plain loop over all lamps and all cells
 * of Lambert's cosine, which needs neither an angle nor a root. Beyond ten heights of a lamp the product leaves its
 * light out: what that loses is told at the cell where it is most.
 */
import type { Distribution } from "@trygg/shared/photometry/distribution.ts";
import { addLight, rasterOf } from "@trygg/shared/photometry/raster.ts";
import type { Grid } from "@trygg/shared/photometry/raster.ts";
import type { LightSource } from "@trygg/shared/photometry/source.ts";
import { standInAt } from "@trygg/shared/photometry/stand-in.ts";
import { makeRandom } from "../src/demonstration/random.ts";
import { type Result, median, rounded, timed } from "./figures.ts";

export const grid: Grid = { east: 491_100, north: 6_224_800, step: 1, width: 400, height: 400 };
const LAMPS = 200;
const ROUNDS = 25;
const OF_PLAIN = 1.1;
const standIn = { q: 8, a: 0.35, b: 0.35 };

/** Lamps all over the grid, turned to all sides. */
export function lampsAllOver(): LightSource[] {
  const random = makeRandom("light");
  return Array.from({ length: LAMPS }, () => ({
    east: grid.east + random.next() * grid.width,
    north: grid.north + random.next() * grid.height,
    height: 4 + random.next() * 2,
    flux: 2800,
    c0: random.next() * 2 * Math.PI,
    tilt: 0,
    shape: standIn,
  }));
}

export async function* measureLight(): AsyncGenerator<Result> {
  const lamps = lampsAllOver();
  const shapes = {
    light: lamps,
    "light-by-file": lamps.map((lamp) => ({ ...lamp, shape: fileLike })),
  };
  const took = { plain: [] as number[], light: [] as number[], "light-by-file": [] as number[] };
  const lux = rasterOf(grid);
  const draw = (sources: LightSource[]) => {
    lux.fill(0);
    for (const source of sources) addLight(lux, grid, source);
  };
  for (let round = 0; round < ROUNDS; round++) {
    took.plain.push((await timed(() => addPlainly(lux, lamps))).ms);
    for (const name of ["light", "light-by-file"] as const)
      took[name].push((await timed(() => draw(shapes[name]))).ms);
  }
  for (const name of ["light", "light-by-file"] as const) {
    draw(shapes[name]);
    const whole = rasterOf(grid);
    for (const source of shapes[name]) addLight(whole, grid, source, 1, Infinity);
    const lost = whole.map((value, cell) => value - (lux[cell] as number));
    const ratio = median(took[name]) / median(took.plain);
    yield {
      name,
      n: LAMPS * grid.width * grid.height,
      median_ms: rounded(median(took[name])),
      baseline: rounded(median(took.plain)),
      ratio: rounded(ratio),
      most_lost_lx: rounded(most(lost)),
      lost_share: rounded(sum(lost) / sum(whole)),
      holds: ratio <= OF_PLAIN,
    };
  }
}

export function most(values: Float32Array): number {
  return values.reduce((greatest, value) => Math.max(greatest, value), 0);
}

function sum(values: Float32Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** E = I₀ h² ∕ (r² + h²)², every lamp on every cell. */
function addPlainly(lux: Float32Array, lamps: LightSource[]): void {
  lux.fill(0);
  for (const { east, north, height, flux } of lamps) {
    const [h2, candela] = [height * height, flux / Math.PI];
    for (let row = 0, cell = 0; row < grid.height; row++) {
      const y = grid.north + 0.5 + row - north;
      for (let column = 0; column < grid.width; column++, cell++) {
        const x = grid.east + 0.5 + column - east;
        const d2 = x * x + y * y + h2;
        lux[cell] = (lux[cell] as number) + (candela * h2) / (d2 * d2);
      }
    }
  }
}

const steps = (count: number, step: number) => Array.from({ length: count }, (_, index) => index * step);

/** As large as a file of a street luminaire is. */
const fileLike: Distribution = {
  planes: steps(24, 15),
  gammas: steps(37, 2.5),
  candela: steps(24, 15).flatMap((c) =>
    steps(37, 2.5).map((gamma) => 1000 * standInAt(standIn, (c * Math.PI) / 180, (gamma * Math.PI) / 180)),
  ),
  flux: 1000,
};
