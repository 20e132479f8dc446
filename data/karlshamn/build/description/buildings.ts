/**
 * Buildings that people find their way by: public ones only, never a private business. Outlines are simplified to
 * wings; those that stand on a corrected line are given from that line.
 */
import type { Corrections } from "./corrections.ts";
import type { Certainty, Spot } from "./frame.ts";
import { crossing, DROTTNINGGATAN, HALF_STREET } from "./grid.ts";

/** A rectangle in the town's frame. Wings of one building overlap where they join. */
export type Wing = readonly [uLow: number, uHigh: number, vLow: number, vHigh: number];

export type Shape =
  | { wings: readonly Wing[] }
  /** Wings in metres east and north of a spot, so turned against the streets. */
  | { compassWings: readonly Wing[]; about: Spot }
  | { round: { at: Spot; radius: number; sides: number } }
  /** A square with an arrow-shaped bastion at each corner. */
  | { fort: { at: Spot; half: number } };

export interface Building {
  id: string;
  name?: string;
  kind: "church" | "civic" | "heritage" | "monument" | "fort" | "hall";
  shape: Shape;
  /** From which zoom its name is written: 2 the whole town, 3 the quarter, 4 close. */
  rank: 2 | 3 | 4;
  /** Its name stands north of it, where another building is close on the south side. */
  nameAbove?: true;
  certainty: Certainty;
}

export function describeBuildings(corrections: Corrections): Building[] {
  return [...roundTheSquare(corrections), ...elsewhere()];
}

function roundTheSquare({ stortorgetWest, prinsgatan }: Corrections): Building[] {
  const westStreet = stortorgetWest < prinsgatan ? DROTTNINGGATAN : prinsgatan;
  const westFront = westStreet - HALF_STREET;
  const northFront = crossing.schroder - HALF_STREET;
  const southFront = crossing.radhusgatan - HALF_STREET;
  const southWest = prinsgatan + HALF_STREET;
  const named = (
    id: string,
    name: string,
    kind: Building["kind"],
    rank: Building["rank"],
    certainty: Certainty,
    shape: Shape,
  ) => ({ id, name, kind, rank, certainty, shape });
  return [
    // True to the compass: its corners nearly reach the house line, as one of them is told to do.
    named("carl-gustafs-kyrka", "Carl Gustafs kyrka", "church", 2, "fair", {
      compassWings: [
        [-27, 27, -8, 8],
        [-8, 8, -22, 22],
      ],
      about: [0, 4],
    }),
    {
      id: "klockstapeln",
      name: "Klockstapeln",
      kind: "church",
      rank: 4,
      nameAbove: true,
      certainty: "unsure",
      shape: { round: { at: [13, 40], radius: 5.5, sides: 8 } },
    },
    named("radhuset", "Rådhuset", "civic", 2, "fair", {
      wings: [
        [southWest, southWest + 25, southFront - 14, southFront],
        [southWest, southWest + 12, southFront - 27, southFront],
      ],
    }),
    {
      id: "konserthallen",
      kind: "civic",
      rank: 4,
      certainty: "unsure",
      shape: { wings: [[southWest + 27, southWest + 39, southFront - 22, southFront]] },
    },
    {
      id: "gamla-realskolan",
      kind: "civic",
      rank: 4,
      certainty: "unsure",
      shape: { wings: [[southWest + 41, southWest + 54, southFront - 26, southFront]] },
    },
    named("asschierska-huset", "Asschierska huset", "heritage", 4, "unsure", {
      wings: [
        [westFront - 12, westFront, northFront - 33, northFront],
        [westFront - 33, westFront, northFront - 12, northFront],
      ],
    }),
    {
      id: "torgpaviljongen",
      kind: "hall",
      rank: 4,
      certainty: "unsure",
      shape: { wings: [[-5, 8, -68, -58]] },
    },
  ];
}

function elsewhere(): Building[] {
  const front = DROTTNINGGATAN - HALF_STREET;
  return [
    {
      id: "polishuset",
      name: "Polishuset",
      kind: "civic",
      rank: 3,
      certainty: "unsure",
      shape: {
        wings: [
          [318, 331, -152, -94],
          [314, 339, -131, -115],
          [315, 334, -152, -143],
          [315, 334, -103, -94],
        ],
      },
    },
    {
      id: "musikskolan",
      name: "Musikskolan",
      kind: "civic",
      rank: 4,
      certainty: "unsure",
      shape: { wings: [[318, 332, -82, -69]] },
    },
    {
      id: "skottsbergska-garden",
      name: "Skottsbergska gården",
      kind: "heritage",
      rank: 3,
      nameAbove: true,
      certainty: "sure",
      shape: {
        wings: [
          [front - 11, front, 519, 548],
          [front - 34, front, 540, 548],
          [front - 30, front, 519, 527],
        ],
      },
    },
    {
      id: "karlshamns-museum",
      name: "Karlshamns museum",
      kind: "civic",
      rank: 3,
      certainty: "unsure",
      shape: { wings: [[front - 27, front, 496, 512]] },
    },
    {
      id: "campus",
      name: "Campus",
      kind: "civic",
      rank: 3,
      certainty: "sure",
      shape: {
        wings: [
          [-158, -95, -712, -696],
          [-152, -136, -712, -676],
        ],
      },
    },
    {
      id: "piren-hus",
      kind: "hall",
      rank: 4,
      certainty: "unsure",
      shape: {
        wings: [
          [-154, -106, -806, -790],
          [-122, -106, -806, -776],
        ],
      },
    },
    {
      id: "gamla-stationen",
      name: "Gamla stationen",
      kind: "heritage",
      rank: 3,
      certainty: "unsure",
      shape: { wings: [[-152, -140, 792, 822]] },
    },
    {
      id: "utvandrarmonumentet",
      name: "Utvandrarmonumentet",
      kind: "monument",
      rank: 3,
      certainty: "fair",
      shape: { round: { at: [95.3, -716.4], radius: 4, sides: 16 } },
    },
    {
      id: "kastellet",
      name: "Kastellet",
      kind: "fort",
      rank: 2,
      certainty: "sure",
      shape: { fort: { at: [-312.8, -1089], half: 38 } },
    },
  ];
}

/** Large shops and houses that fill much of their block; drawn for the town's texture, never named. */
export const LARGE_HOUSES: readonly Wing[] = [
  [-168, -144, -29, 56],
  [-143.5, -112, -29, 12],
  [-143.5, -112, 12.5, 56],
  [41, 66, -122, -84],
  [66.5, 92, -122, -84],
  [41, 92, -217, -190],
  [41, 62, -189.5, -150],
];
