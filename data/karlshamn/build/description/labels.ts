/**
 * Where names stand that no drawn thing gives a place: waters, hills, quarters, ways out, and the spots where a
 * street's name reads best. `rank` says from which view: 1 always, 2 the whole town, 3 the quarter, 4 the street, 5 close by.
 */
import { type Certainty, eastNorth, type Spot } from "./frame.ts";
import { AGATAN, DROTTNINGGATAN, KUNGSGATAN, REGERINGSGATAN, crossing } from "./grid.ts";

interface NameAtSpot {
  name: string;
  kind: "water" | "hill" | "district";
  rank: 1 | 2 | 3 | 4;
  at: Spot;
  /** What it is for those who search; absent where something drawn carries the name already. */
  searchedAs?: "water" | "park" | "quay" | "square";
  certainty: Certainty;
}

const spot = (east: number, north: number): Spot => {
  const [u, v] = eastNorth(east, north);
  return [u, v];
};

export const NAMES: readonly NameAtSpot[] = [
  { name: "Hamnen", searchedAs: "water", kind: "water", rank: 1, at: [-262, -540], certainty: "sure" },
  { name: "Östersjön", searchedAs: "water", kind: "water", rank: 1, at: spot(560, -1700), certainty: "sure" },
  { name: "Näsviken", searchedAs: "water", kind: "water", rank: 3, at: [176, -726], certainty: "unsure" },
  { name: "Hinseberget", searchedAs: "park", kind: "hill", rank: 2, at: [-450, -60], certainty: "unsure" },
  { name: "Pengaberget", searchedAs: "park", kind: "hill", rank: 2, at: spot(760, 960), certainty: "unsure" },
  { name: "Möllebacken", searchedAs: "park", kind: "hill", rank: 3, at: [164, -408], certainty: "unsure" },
  { name: "Norreport", searchedAs: "square", kind: "district", rank: 2, at: [-70, 716], certainty: "unsure" },
  { name: "Östra piren", searchedAs: "quay", kind: "district", rank: 2, at: [-146, -764], certainty: "fair" },
  { name: "Hinsetunneln", kind: "district", rank: 3, at: [-352, -196], certainty: "unsure" },
  { name: "Frisholmen", searchedAs: "park", kind: "district", rank: 2, at: [-352, -1150], certainty: "sure" },
];

/** Names that follow a line. */
export const NAMES_ALONG: readonly {
  name: string;
  kind: "river" | "quay";
  rank: 2 | 3;
  spots: readonly Spot[];
  certainty: Certainty;
}[] = [
  {
    name: "Mieån",
    kind: "river",
    rank: 2,
    spots: [
      [-223, -60],
      [-225, 130],
    ],
    certainty: "sure",
  },
  {
    name: "Mieån",
    kind: "river",
    rank: 3,
    spots: [
      [-232, 235],
      [-240, 370],
    ],
    certainty: "sure",
  },
  {
    name: "Mieån",
    kind: "river",
    rank: 3,
    spots: [
      [-214, 500],
      [-170, 596],
      [-148, 644],
    ],
    certainty: "sure",
  },
  {
    name: "Östra kajen",
    kind: "quay",
    rank: 3,
    spots: [
      [-183, -285],
      [-168, -380],
      [-152, -505],
    ],
    certainty: "fair",
  },
];

/**
 * Where a street's name is written until, in close views, it stands in every block. `first` marks names beside the
 * square that would lose their place to the church's and the square's own.
 */
export const STREET_NAMES: readonly { street: string; rank: 2 | 3 | 4; first?: true; at: readonly Spot[] }[] =
  [
    {
      street: "drottninggatan",
      rank: 2,
      at: [
        [DROTTNINGGATAN, 114],
        [DROTTNINGGATAN, -380],
      ],
    },
    { street: "drottninggatan", rank: 3, at: [[DROTTNINGGATAN, 428]] },
    { street: "ronnebygatan", rank: 2, at: [[145, crossing.ronnebygatan]] },
    { street: "ronnebygatan", rank: 3, at: [[-112, crossing.ronnebygatan]] },
    {
      street: "erik-dahlbergsvagen",
      rank: 2,
      at: [
        [290, -50],
        [110, 590],
      ],
    },
    {
      street: "christopher-schrodersgatan",
      rank: 3,
      first: true,
      at: [
        [-108, crossing.schroder],
        [180, crossing.schroder],
      ],
    },
    {
      street: "radhusgatan",
      rank: 3,
      first: true,
      at: [
        [-112, crossing.radhusgatan],
        [145, crossing.radhusgatan],
      ],
    },
    {
      street: "agatan",
      rank: 3,
      at: [
        [AGATAN, 114],
        [AGATAN, 316],
      ],
    },
    {
      street: "prinsgatan",
      rank: 3,
      at: [
        [-33, 114],
        [-33, -380],
      ],
    },
    { street: "prinsgatan", rank: 3, at: [[-33, 428]] },
    {
      street: "kungsgatan",
      rank: 3,
      at: [
        [KUNGSGATAN, 114],
        [KUNGSGATAN, -285],
        [KUNGSGATAN, 428],
      ],
    },
    {
      street: "regeringsgatan",
      rank: 3,
      at: [
        [REGERINGSGATAN, 14],
        [REGERINGSGATAN, 316],
      ],
    },
    {
      street: "hantverkaregatan",
      rank: 3,
      at: [
        [190, 114],
        [190, -178],
      ],
    },
    {
      street: "kyrkogatan",
      rank: 3,
      at: [
        [150, crossing.kyrkogatan],
        [-134, crossing.kyrkogatan],
      ],
    },
    { street: "sodra-fogdelyckegatan", rank: 3, at: [[66, crossing.sodraFogdelycke]] },
    { street: "norra-fogdelyckegatan", rank: 3, at: [[-30, crossing.norraFogdelycke]] },
    { street: "vinkelgatan", rank: 3, at: [[0, crossing.vinkelgatan]] },
    {
      street: "lotsgatan",
      rank: 3,
      at: [
        [-30, crossing.lotsgatan],
        [150, crossing.lotsgatan],
      ],
    },
    {
      street: "drottninggatan",
      rank: 4,
      at: [
        [DROTTNINGGATAN, 14],
        [DROTTNINGGATAN, -178],
        [DROTTNINGGATAN, 265],
      ],
    },
    {
      street: "kungsgatan",
      rank: 4,
      at: [
        [KUNGSGATAN, -178],
        [KUNGSGATAN, 265],
      ],
    },
    {
      street: "prinsgatan",
      rank: 4,
      at: [
        [-33, -178],
        [-33, 265],
      ],
    },
    {
      street: "regeringsgatan",
      rank: 4,
      at: [
        [REGERINGSGATAN, -178],
        [REGERINGSGATAN, 165],
      ],
    },
    {
      street: "agatan",
      rank: 4,
      at: [
        [AGATAN, -84],
        [AGATAN, -178],
      ],
    },
    {
      street: "sodra-fogdelyckegatan",
      rank: 4,
      at: [
        [-134, crossing.sodraFogdelycke],
        [212, crossing.sodraFogdelycke],
      ],
    },
    { street: "norra-fogdelyckegatan", rank: 4, at: [[120, crossing.norraFogdelycke]] },
    { street: "kyrkogatan", rank: 4, at: [[0, crossing.kyrkogatan]] },
    { street: "radhusgatan", rank: 4, at: [[250, crossing.radhusgatan]] },
  ];

/** Ways out of the drawn town and what they lead to. */
export const WAYS_OUT: readonly { name: string; spots: readonly Spot[] }[] = [
  {
    name: "mot Mörrum",
    spots: [
      [-470, -270],
      [-580, -318],
      [-760, -360],
    ],
  },
  {
    name: "mot Ronneby",
    spots: [
      [440, -221],
      [560, -202],
      [720, -168],
    ],
  },
];
