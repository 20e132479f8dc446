/** One lamp as a source of light: where it hangs, how it is turned, and what it sends where. */
import type { GridPosition } from "../geo/sweref.ts";
import type { Distribution } from "./distribution.ts";
import { averaged, intensityAt } from "./intensity.ts";
import { type StandIn, standInAt } from "./stand-in.ts";

export interface LightSource extends GridPosition {
  /** Metres above the ground. */
  height: number;
  /** What leaves it, maintained and dimmed as it is, lm. */
  flux: number;
  /**
   * Where C0 points, radians counter-clockwise from east; null where nobody knows, and then its light is spread evenly
   * around and no tilt counts.
   */
  c0: number | null;
  /** How far the C90 side is lifted, radians. */
  tilt: number;
  shape: Distribution | StandIn;
}

export function isDistribution(shape: LightSource["shape"]): shape is Distribution {
  return "planes" in shape;
}

/** How a lamp is turned and spreads its light, where it is not known evenly around. */
export function asTurned({ c0, tilt, shape }: Pick<LightSource, "c0" | "tilt" | "shape">) {
  if (c0 !== null) return { c0, tilt, shape };
  return { c0: 0, tilt: 0, shape: isDistribution(shape) ? averaged(shape) : { ...shape, a: 0, b: 0 } };
}

/**
 * A vector in metres east, north and down as the lamp has it: along C0, along C90, and along its axis. Lifting the C90
 * side turns the lamp about C0.
 */
export function inLampFrame(
  { c0, tilt }: { c0: number; tilt: number },
  east: number,
  north: number,
  down: number,
) {
  const across = north * Math.cos(c0) - east * Math.sin(c0);
  return {
    along: east * Math.cos(c0) + north * Math.sin(c0),
    across: across * Math.cos(tilt) - down * Math.sin(tilt),
    axial: down * Math.cos(tilt) + across * Math.sin(tilt),
  };
}

/** Intensity towards a point that lies so many metres east, north and below of the lamp, cd. */
export function intensityTowards(source: LightSource, east: number, north: number, below: number): number {
  const turned = asTurned(source);
  const { along, across, axial } = inLampFrame(turned, east, north, below);
  const [c, gamma] = [Math.atan2(across, along), Math.atan2(Math.hypot(along, across), axial)];
  const { shape } = turned;
  if (!isDistribution(shape)) return source.flux * standInAt(shape, c, gamma);
  return (source.flux / shape.flux) * intensityAt(shape, (c * 180) / Math.PI, (gamma * 180) / Math.PI);
}
