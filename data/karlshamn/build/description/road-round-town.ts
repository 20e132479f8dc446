import type { Spot } from "./frame.ts";
import type { Street } from "./street.ts";

/**
 * The road round the town, from the root of the pier by Möllebacken, along the old railway bank in the east, over Mieån
 * and out. Three streets are parts of it; it is one curve, so that they pass into each other without a bend.
 */
export const ROAD_ROUND_TOWN: readonly Spot[] = [
  [-124, -632],
  [-60, -618],
  [20, -596],
  [122, -562],
  [208, -505],
  [268, -420],
  [291, -322],
  [299, -225],
  [298, -130],
  [288, -30],
  [268, 90],
  [240, 215],
  [203, 345],
  [157, 475],
  [103, 605],
  [42, 722],
  [-30, 810],
  [-96, 866],
  [-170, 908],
  [-260, 944],
  [-380, 980],
  [-520, 1005],
  [-700, 1015],
];

export function roadRoundTown(): Street[] {
  return [
    { ...part("erik-dahlbergsvagen", "Erik Dahlbergsvägen"), from: "lotsgatan", to: "drottninggatan" },
    { ...part("strandvagen"), kind: "street", to: "lotsgatan" },
    { ...part("vagen-norrut"), from: "drottninggatan", fromLastMeeting: true, fades: true },
  ];
}

function part(id: string, name?: string): Street {
  return {
    id,
    ...(name ? { name } : {}),
    kind: "main",
    width: 13,
    soft: true,
    corners: ROAD_ROUND_TOWN,
    certainty: "unsure",
  };
}
