/** How the town is built up: closed rows of houses in the grid, loose small houses round Möllebacken and in the east. */
import type { Corner } from "./frame.ts";

interface Quarter {
  character: "loose";
  corners: readonly Corner[];
}

/** Blocks whose middle lies in one of these; all others are closed rows along the streets. */
export const QUARTERS: readonly Quarter[] = [
  {
    character: "loose",
    corners: [
      [106, -600],
      [420, -600],
      [420, -336],
      [106, -336],
    ],
  },
  {
    character: "loose",
    corners: [
      [106, 265],
      [420, 265],
      [420, 900],
      [-20, 900],
      [-20, 496],
      [106, 496],
    ],
  },
  {
    character: "loose",
    corners: [
      [196, -220],
      [420, -220],
      [420, 265],
      [196, 265],
    ],
  },
];

/** Houses between Ågatan and the river, where two addresses on its west side are known. */
export const RIVERSIDE_HOUSES: readonly Corner[] = [
  [-202, 0],
  [-182, 0],
  [-182, 56],
  [-202, 56],
];
