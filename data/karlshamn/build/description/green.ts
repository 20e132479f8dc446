/**
 * Parks, churchyard and rising ground. Outlines may reach over water and streets: they are cut to the land, and the
 * streets are cut out of them. Hills stand only where a source names one; their shape is soft because it is free.
 */
import type { Corrections } from "./corrections.ts";
import { AGATAN, crossing, HALF_STREET, KUNGSGATAN } from "./grid.ts";
import { type Certainty, type Corner, eastNorth } from "./frame.ts";

export interface Green {
  kind: "park" | "churchyard" | "grove";
  name?: string;
  corners: readonly Corner[];
  /** Lies outside the centre that the release areas cover. */
  beyond?: true;
  /** Trees for each 1,000 m². */
  trees: number;
  certainty: Certainty;
}

export function describeGreen({ prinsgatan }: Corrections): Green[] {
  return [
    {
      kind: "churchyard",
      corners: [
        [prinsgatan + HALF_STREET, crossing.schroder + HALF_STREET],
        [KUNGSGATAN - HALF_STREET, crossing.schroder + HALF_STREET],
        [KUNGSGATAN - HALF_STREET, crossing.kyrkogatan - HALF_STREET],
        [prinsgatan + HALF_STREET, crossing.kyrkogatan - HALF_STREET],
      ],
      trees: 5,
      certainty: "fair",
    },
    {
      kind: "park",
      name: "Hamnparken",
      corners: [
        [-22, -600],
        [30, -596],
        [122, -562],
        [190, -524],
        [205, -560, 20],
        [196, -640, 20],
        [150, -800],
        [20, -800],
      ],
      trees: 3.4,
      certainty: "fair",
    },
    {
      kind: "grove",
      corners: [
        [AGATAN, crossing.schroder + 8],
        [AGATAN, 385, 90],
        [-142, 486],
        [-142, 520],
        [-203, 520],
        [-241, 408],
        [-224, crossing.schroder + 8],
      ],
      trees: 2.6,
      certainty: "fair",
    },
    {
      kind: "grove",
      corners: [
        [-142, 496],
        [-132, 560],
        [-116, 632],
        [-103, 700],
        [-70, 750],
        [-42, 770],
        [-40, 812],
        [-66, 834],
        [-88, 798],
        [-92, 784],
        [-151, 638],
        [-195, 540],
        [-203, 500],
      ],
      trees: 2.2,
      certainty: "unsure",
    },
    {
      kind: "grove",
      corners: [
        [128, -372, 24],
        [172, -366, 24],
        [200, -392, 20],
        [194, -434, 24],
        [166, -452, 24],
        [124, -432, 24],
      ],
      trees: 2.8,
      certainty: "unsure",
    },
    {
      kind: "grove",
      corners: [
        [196, -640, 20],
        [232, -664, 30],
        [286, -760, 40],
        [306, -850, 30],
        [262, -960],
        [160, -960],
        [150, -660],
      ],
      beyond: true,
      trees: 2,
      certainty: "unsure",
    },
    {
      kind: "grove",
      corners: [
        [-276, -214],
        [-262, -130, 60],
        [-268, 120, 200],
        [-272, 400, 80],
        [-256, 540, 80],
        [-196, 680, 60],
        [-150, 772, 20],
        [-92, 784],
        [-151, 638],
        [-195, 540],
        [-241, 408],
        [-224, 0],
        [-222, -214],
      ],
      trees: 1.8,
      certainty: "unsure",
    },
    {
      kind: "grove",
      corners: [
        [300, -168],
        [346, -168, 14],
        [352, -100, 30],
        [344, -56, 14],
        [292, -56],
      ],
      trees: 3.4,
      certainty: "unsure",
    },
    {
      kind: "grove",
      corners: [
        [-420, -1190],
        [-200, -1190],
        [-200, -990],
        [-420, -990],
      ],
      beyond: true,
      trees: 0.9,
      certainty: "fair",
    },
    {
      kind: "park",
      name: "Väggaparken",
      corners: [
        eastNorth(700, -470, 90),
        eastNorth(830, -430, 90),
        eastNorth(1010, -500, 90),
        eastNorth(1000, -640, 70),
        eastNorth(850, -700, 90),
        eastNorth(690, -610, 70),
      ],
      beyond: true,
      trees: 1.6,
      certainty: "unsure",
    },
  ];
}

export interface Hill {
  name: string;
  certainty: Certainty;
  /** Widest outline; two inner ones are drawn from it. */
  corners: readonly Corner[];
}

export const HILLS: readonly Hill[] = [
  {
    name: "Hinseberget",
    certainty: "unsure",
    corners: [
      [-292, -90, 60],
      [-318, -196, 50],
      [-400, -236, 70],
      [-500, -236, 60],
      [-590, -150, 90],
      [-570, -40, 60],
      [-610, 70, 90],
      [-500, 170, 90],
      [-420, 120, 70],
      [-350, 130, 60],
      [-310, 20, 60],
    ],
  },
  {
    name: "Pengaberget",
    certainty: "unsure",
    corners: [
      eastNorth(440, 800, 90),
      eastNorth(600, 700, 120),
      eastNorth(760, 730, 80),
      eastNorth(940, 690, 120),
      eastNorth(1060, 860, 120),
      eastNorth(1030, 1010, 80),
      eastNorth(1090, 1160, 120),
      eastNorth(900, 1260, 130),
      eastNorth(740, 1180, 80),
      eastNorth(580, 1200, 110),
      eastNorth(460, 1040, 90),
    ],
  },
];
