/** Open places paved from front to front. */
import type { Corrections } from "./corrections.ts";
import { crossing, HALF_STREET, KUNGSGATAN } from "./grid.ts";
import type { Certainty, Corner } from "./frame.ts";

export interface Square {
  id: string;
  name: string;
  corners: readonly Corner[];
  /** Rows of trees inside its west and east edges. */
  lined: boolean;
  certainty: Certainty;
}

export function describeSquares({ stortorgetWest }: Corrections): Square[] {
  const east = KUNGSGATAN - HALF_STREET;
  const south = crossing.radhusgatan + HALF_STREET;
  const north = crossing.schroder - HALF_STREET;
  return [
    {
      id: "stortorget",
      name: "Stortorget",
      corners: [
        [stortorgetWest, south],
        [east, south],
        [east, north],
        [stortorgetWest, north],
      ],
      lined: true,
      certainty: "fair",
    },
    {
      id: "fisktorget",
      name: "Fisktorget",
      corners: [
        [-230, south],
        [-182, south],
        [-182, north],
        [-230, north],
      ],
      lined: false,
      certainty: "fair",
    },
  ];
}
