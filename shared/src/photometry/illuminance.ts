/** Light that one source throws on a point, with nothing in its way (EN 13201-3): lux, as its flux is. */
import type { GridPosition } from "../geo/sweref.ts";
import { type LightSource, intensityTowards } from "./source.ts";

/** How high above the ground faces are looked for, metres. */
export const FACE_HEIGHT = 1.5;

/** On the ground. */
export function horizontalAt(source: LightSource, at: GridPosition): number {
  const { east, north, squared } = between(source, at, source.height);
  return (intensityTowards(source, east, north, source.height) * source.height) / squared ** 1.5;
}

/** On a plane at the height of a face that is turned to `facing`, radians counter-clockwise from east. */
export function verticalAt(source: LightSource, at: GridPosition, facing: number): number {
  const { falling, cosine } = onFace(source, at, facing);
  return falling * Math.max(0, cosine);
}

/** On a half cylinder at the height of a face that is turned to `facing`, radians counter-clockwise from east. */
export function semiCylindricalAt(source: LightSource, at: GridPosition, facing: number): number {
  const { falling, cosine } = onFace(source, at, facing);
  return (falling * (1 + cosine)) / Math.PI;
}

/** What falls sideways on a point at the height of a face, lux, and the cosine of its angle to where the face looks. */
function onFace(source: LightSource, at: GridPosition, facing: number) {
  const below = source.height - FACE_HEIGHT;
  const { east, north, squared } = between(source, at, below);
  const away = Math.hypot(east, north);
  if (away === 0) return { falling: 0, cosine: 0 };
  return {
    falling: (intensityTowards(source, east, north, below) * away) / squared ** 1.5,
    cosine: -(east * Math.cos(facing) + north * Math.sin(facing)) / away,
  };
}

function between(source: GridPosition, at: GridPosition, below: number) {
  const [east, north] = [at.east - source.east, at.north - source.north];
  return { east, north, squared: east * east + north * north + below * below };
}
