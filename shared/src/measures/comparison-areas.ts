/** Which places a measure's area is held against, by rule, so that nobody chooses those that flatter it. */
import { type SquareId, squareCorner, SQUARE_SIDE } from "../geo/square.ts";
import type { PlanChoice } from "./plan.ts";

export interface ComparedArea {
  id: string;
  squares: readonly SquareId[];
  /** Voices of the baseline. */
  voices: number;
  /** Another measure is meant or was done there in the time that is compared. */
  busy: boolean;
}

/** As many as make a level that one of them cannot move much. */
const CONTROLS = 4;

/**
 * Of the areas without a measure: those that touch the treated one are the buffer, the ones most like it in voices
 * its control, and those most like the buffer, as many as it has, the buffer's control.
 */
export function proposeAreas(
  treated: ComparedArea,
  areas: readonly ComparedArea[],
): Omit<PlanChoice, "months"> {
  const free = areas.filter(({ id, busy }) => id !== treated.id && !busy);
  const buffer = free.filter((area) => touches(area, treated));
  const far = free.filter((area) => !buffer.includes(area));
  const control = nearestIn(far, treated.voices).slice(0, CONTROLS);
  const level = buffer.reduce((sum, { voices }) => sum + voices, 0) / Math.max(1, buffer.length);
  const rest = far.filter((area) => !control.includes(area));
  const bufferControl = nearestIn(rest, level).slice(0, buffer.length);
  return { control: idsOf(control), buffer: idsOf(buffer), bufferControl: idsOf(bufferControl) };
}

/** Those whose voices are most like a level, by how many times as many they are, then by name. */
function nearestIn(areas: readonly ComparedArea[], level: number): ComparedArea[] {
  const apart = ({ voices }: ComparedArea) => Math.abs(Math.log((voices + 1) / (level + 1)));
  return areas.toSorted((a, b) => apart(a) - apart(b) || (a.id < b.id ? -1 : 1));
}

const idsOf = (areas: readonly ComparedArea[]) => areas.map(({ id }) => id).sort();

/** Whether two areas share a side or a corner. */
function touches({ squares }: ComparedArea, other: ComparedArea): boolean {
  const corners = other.squares.map(squareCorner);
  return squares.some((square) => {
    const { east, north } = squareCorner(square);
    return corners.some(
      (corner) =>
        Math.abs(corner.east - east) <= SQUARE_SIDE && Math.abs(corner.north - north) <= SQUARE_SIDE,
    );
  });
}
