/**
 * Sea, harbour and Mieån. The inlet follows twelve coast points that derive from OpenStreetMap, good to 10-15 m
 * there and a sketch along the harbour front; where better evidence stands against them the line was moved and the
 * reason is told. Out at sea the shore is drawn freely.
 */
import { AGATAN, crossing } from "./grid.ts";
import { type Corner, eastNorth, type Spot } from "./frame.ts";

/** Half the side of the drawn world, in metres east and north of the church. */
export const WORLD_REACH = 6000;

/** All water that hangs together with the sea, up to where the inlet has become a river. */
export const SEA: readonly Corner[] = [
  eastNorth(-WORLD_REACH, -2300),
  eastNorth(-4200, -2050, 400),
  eastNorth(-3000, -2450, 400),
  eastNorth(-1900, -1900, 300),
  eastNorth(-1250, -2080, 200),
  eastNorth(-560, -1720, 180),
  [-622.7, -1221.6, 90],
  [-668, -1081, 120],
  [-732.5, -948.9, 110],
  [-636, -850, 90],
  [-517, -777, 90],
  [-424, -674, 80],
  [-315, -590, 90],
  [-287, -432, 120],
  [-249, -296, 120],
  [-232, -197.2, 120],
  [-237, 60, 400],
  [-246.7, 411],
  [-235.6, 405.8],
  // Moved up to 18 m towards the river, so that the riverside street and its houses stand on land.
  [-212, 60, 200],
  [-203, -20],
  ...quay(),
  // The coast points cut the corner here; Hamnparken's monument and Villa Utsikten are known to be on land.
  [-12, -662, 24],
  [46, -646, 18],
  [60, -718, 30],
  [94, -760, 34],
  [134, -734, 30],
  [150, -684, 26],
  [196, -684, 30],
  [222, -752, 40],
  [186, -846, 40],
  [200, -924, 34],
  [254, -930, 40],
  [290, -862, 40],
  [346, -950, 60],
  [395.6, -1062.7, 90],
  [424, -1180, 90],
  [490, -1284, 90],
  [520, -1400, 120],
  [590, -1700, 160],
  eastNorth(1210, -1640, 130),
  eastNorth(1700, -1560, 200),
  eastNorth(2300, -1850, 250),
  eastNorth(3200, -1500, 300),
  eastNorth(4300, -1700, 300),
  eastNorth(WORLD_REACH, -1400),
  eastNorth(WORLD_REACH, -WORLD_REACH),
  eastNorth(-WORLD_REACH, -WORLD_REACH),
];

/** Stone edges from Fisktorget to the pier's east side: sharp corners, as harbours have. */
export function quay(): Corner[] {
  return [[-203, -37], [-200, -225], [-176, -380], [-145, -636], ...pierEdge()];
}

/** Östra piren, filled out in 1958 and told to be 170 m by 90 m; its direction is a guess. */
function pierEdge(): Corner[] {
  return [
    [-148, -660],
    [-178, -664],
    [-168, -824],
    [-78, -830],
    [-62, -694],
  ];
}

/** The head of the inlet and the river: widens to a basin, then runs due north. `[u, v, width]`. */
export const RIVER: readonly (readonly [number, number, number])[] = [
  [-240, 380, 13],
  [-240, 420, 15],
  [-222, 480, 27],
  [-195, 540, 43],
  [-172, 590, 50],
  [-151, 638, 42],
  [-131, 688, 25],
  [-112, 735, 16],
  [-92, 784, 14],
  [-64, 848, 13],
  [-32, 930, 13],
  [16, 1030, 12],
  [38, 1150, 12],
  [110, 1290, 12],
  [150, 1450, 12],
  [250, 1640, 12],
  [300, 1850, 12],
  [420, 2100, 12],
  [560, 2700, 12],
  [620, 3500, 12],
  [980, 4400, 12],
  [1100, 5600, 12],
];

/** A mole of stone from the pier's north-west corner. */
export const BREAKWATER = {
  corners: [
    [-172, -678],
    [-184, -700, 30],
    [-240, -786],
  ] satisfies Corner[],
  width: 10,
};

/** Frisholmen with Kastellet, about 180 m by 160 m round the middle of the fort. */
export const FRISHOLMEN: readonly Spot[] = [
  [-318, -1006],
  [-276, -1000],
  [-238, -1030],
  [-232, -1062],
  [-214, -1096],
  [-236, -1146],
  [-282, -1160],
  [-304, -1180],
  [-352, -1168],
  [-384, -1146],
  [-400, -1096],
  [-392, -1056],
  [-366, -1022],
];

/** Paved quayside between the streets and the stone edge, and the whole of the pier. */
export const QUAYSIDE: readonly Corner[] = [
  [-240, crossing.schroder],
  [AGATAN, crossing.schroder],
  [AGATAN, crossing.ronnebygatan],
  [-153, -380],
  [-124, -632],
  [10, -590],
  [10, -664],
  [-40, -700],
  [-40, -860],
  [-200, -860],
  [-220, -560],
  [-250, -225],
];
