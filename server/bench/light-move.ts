/**
 * One lamp moved among 200: its light taken away where it stood and added where it comes to stand, beside a plain loop
 * of Lambert's cosine over the same cells twice. What is left over after a thousand moves is told against the same lamps
 * computed anew.
 */
import { REACH, addLight, rasterOf } from "@trygg/shared/photometry/raster.ts";
import type { LightSource } from "@trygg/shared/photometry/source.ts";
import { type Result, median, rounded, timed } from "./figures.ts";
import { grid, lampsAllOver, most } from "./light.ts";

const MOVES = 1000;
const OF_LIMIT = 2;

export async function measureLightMove(): Promise<Result> {
  const [moved, ...others] = lampsAllOver() as [LightSource, ...LightSource[]];
  const lux = rasterOf(grid);
  const plain = rasterOf(grid);
  for (const lamp of [moved, ...others]) addLight(lux, grid, lamp);
  const took = { ours: [] as number[], plain: [] as number[] };
  let lamp = moved;
  for (let move = 0; move < MOVES; move++) {
    const next = {
      ...lamp,
      east: grid.east + 60 + ((move * 7) % 280),
      north: grid.north + 60 + ((move * 3) % 280),
    };
    const from = lamp;
    const { ms } = await timed(() => {
      addLight(lux, grid, from, -1);
      addLight(lux, grid, next);
    });
    took.ours.push(ms);
    const bare = await timed(() => {
      addPlainly(plain, from, -1);
      addPlainly(plain, next, 1);
    });
    took.plain.push(bare.ms);
    lamp = next;
  }
  const anew = rasterOf(grid);
  for (const each of [lamp, ...others]) addLight(anew, grid, each);
  const ratio = median(took.ours) / median(took.plain);
  return {
    name: "light-move",
    n: MOVES,
    median_ms: rounded(median(took.ours)),
    baseline: rounded(median(took.plain)),
    ratio: rounded(ratio),
    most_wrong_lx: rounded(most(lux.map((value, cell) => Math.abs(value - (anew[cell] as number))))),
    holds: ratio <= OF_LIMIT,
  };
}

function addPlainly(lux: Float32Array, { east, north, height, flux }: LightSource, times: number): void {
  const [h2, candela, reach] = [height * height, (times * flux) / Math.PI, REACH * height];
  for (let row = 0; row < grid.height; row++) {
    const y = grid.north + 0.5 + row - north;
    if (Math.abs(y) > reach) continue;
    const half = Math.sqrt(reach * reach - y * y);
    const first = Math.max(0, Math.ceil(east - grid.east - 0.5 - half));
    const last = Math.min(grid.width - 1, Math.floor(east - grid.east - 0.5 + half));
    for (let column = first; column <= last; column++) {
      const cell = row * grid.width + column;
      const x = grid.east + 0.5 + column - east;
      const d2 = x * x + y * y + h2;
      lux[cell] = (lux[cell] as number) + (candela * h2) / (d2 * d2);
    }
  }
}
