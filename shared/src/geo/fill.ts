/** Cells of a grid whose middles lie within a surface. */
import type { Grid } from "../photometry/raster.ts";

/** A ring of [east, north] in metres, which need not repeat its first corner. */
export type GridRing = readonly (readonly number[])[];

/** Calls `fill` with each stretch of cells inside the rings, where an even number of them is a hole. */
export function fillRings(
  { east, north, step, width, height }: Grid,
  rings: readonly GridRing[],
  fill: (from: number, to: number) => void,
): void {
  const crossings: number[][] = Array.from({ length: height }, () => []);
  const rowOf = (y: number) => Math.ceil((y - north) / step - 0.5);
  for (const ring of rings)
    for (const [index, [toX = 0, toY = 0]] of ring.entries()) {
      const [fromX = 0, fromY = 0] = ring.at(index - 1) ?? [];
      const [low, high] = [
        Math.max(0, rowOf(Math.min(fromY, toY))),
        Math.min(height, rowOf(Math.max(fromY, toY))),
      ];
      for (let row = low; row < high; row++) {
        const share = (north + (row + 0.5) * step - fromY) / (toY - fromY);
        crossings[row]?.push(fromX + share * (toX - fromX));
      }
    }
  for (const [row, found] of crossings.entries()) {
    found.sort((a, b) => a - b);
    const cells = found.map((x) => Math.min(width, Math.max(0, Math.ceil((x - east) / step - 0.5))));
    for (let pair = 0; pair + 1 < cells.length; pair += 2) {
      const [from, to] = [cells[pair] as number, cells[pair + 1] as number];
      if (from < to) fill(row * width + from, row * width + to);
    }
  }
}
