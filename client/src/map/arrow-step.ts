/** Metres that an arrow key moves a thing on the map, farther with Shift; null for any other key. */
import type { GridPosition } from "@trygg/shared/geo/sweref.ts";

interface Strides {
  step: number;
  /** With Shift. */
  stride: number;
}

const towards: Record<string, GridPosition> = {
  ArrowUp: { east: 0, north: 1 },
  ArrowDown: { east: 0, north: -1 },
  ArrowLeft: { east: -1, north: 0 },
  ArrowRight: { east: 1, north: 0 },
};

export function arrowStep(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { step, stride }: Strides,
): GridPosition | null {
  const arrow = towards[key];
  const metres = shiftKey ? stride : step;
  return arrow ? { east: arrow.east * metres, north: arrow.north * metres } : null;
}
