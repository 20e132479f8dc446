/**
 * The release areas: what the public is told is told for these and nothing smaller. Each 62.5 m square of the national
 * grid goes to the area whose outline holds its centre, so outlines reach some 45 m past what they must cover, and
 * lie edge to edge inside the town. They are settled: counts never move them.
 */
import type { Spot } from "./frame.ts";

export interface AreaOutline {
  id: string;
  sv: string;
  en: string;
  /** A place of worship, school, clinic or shelter. */
  protected?: true;
  corners: readonly Spot[];
}

export const AREAS: readonly AreaOutline[] = [
  {
    id: "stortorget",
    sv: "Stortorget",
    en: "Stortorget (main square)",
    corners: [
      [-56, -185],
      [80, -185],
      [80, -12],
      [-56, -12],
    ],
  },
  {
    id: "kyrkan-och-kyrkogatan",
    sv: "Kyrkan och Kyrkogatan",
    en: "The church and Kyrkogatan",
    protected: true,
    corners: [
      [-56, -12],
      [190, -12],
      [190, 122],
      [-56, 122],
    ],
  },
  {
    id: "drottninggatan-norra",
    sv: "Drottninggatan, norra delen",
    en: "Drottninggatan, north",
    corners: [
      [-140, 150],
      [-56, 150],
      [-56, 122],
      [0, 122],
      [0, 450],
      [-140, 450],
    ],
  },
  {
    id: "drottninggatan-mellersta",
    sv: "Drottninggatan, gågatan",
    en: "Drottninggatan, pedestrian part",
    corners: [
      [-140, -180],
      [-56, -180],
      [-56, 150],
      [-140, 150],
    ],
  },
  {
    id: "drottninggatan-sodra",
    sv: "Drottninggatan, södra delen",
    en: "Drottninggatan, south",
    corners: [
      [-140, -180],
      [-56, -180],
      [-56, -275],
      [0, -275],
      [0, -605],
      [-112, -605],
      [-140, -275],
    ],
  },
  {
    id: "agatan-norra",
    sv: "Ågatan, norra delen",
    en: "Ågatan, north",
    corners: [
      [-226, 110],
      [-140, 110],
      [-140, 450],
      [-226, 450],
    ],
  },
  {
    id: "fisktorget-och-an",
    sv: "Fisktorget och kajen vid Mieån",
    en: "Fisktorget and the quay along Mieån",
    corners: [
      [-226, -275],
      [-140, -275],
      [-140, 110],
      [-226, 110],
    ],
  },
  {
    id: "regeringsgatan",
    sv: "Regeringsgatan och Hantverkaregatan",
    en: "Regeringsgatan and Hantverkaregatan",
    corners: [
      [80, -170],
      [375, -170],
      [375, 0],
      [335, 122],
      [190, 122],
      [190, -12],
      [80, -12],
    ],
  },
  {
    id: "fogdelyckegatorna",
    sv: "Fogdelyckegatorna",
    en: "Fogdelyckegatorna",
    corners: [
      [0, 122],
      [312, 122],
      [285, 215],
      [235, 405],
      [0, 405],
    ],
  },
  {
    id: "vinkelgatan",
    sv: "Vinkelgatan",
    en: "Vinkelgatan",
    corners: [
      [-226, 450],
      [0, 450],
      [0, 405],
      [235, 405],
      [160, 605],
      [-140, 605],
      [-172, 585],
      [-190, 540],
    ],
  },
  {
    id: "norreport",
    sv: "Norreport",
    en: "Norreport",
    corners: [
      [-172, 585],
      [-140, 605],
      [160, 605],
      [110, 690],
      [55, 775],
      [0, 835],
      [-70, 892],
      [-120, 915],
      [-160, 880],
      [-160, 790],
      [-215, 700],
      [-262, 585],
    ],
  },
  {
    id: "ronnebygatan",
    sv: "Ronnebygatan",
    en: "Ronnebygatan",
    corners: [
      [-56, -275],
      [360, -275],
      [375, -170],
      [80, -170],
      [80, -185],
      [-56, -185],
    ],
  },
  {
    id: "lotsgatan",
    sv: "Lotsgatan",
    en: "Lotsgatan",
    corners: [
      [0, -275],
      [360, -275],
      [335, -385],
      [0, -385],
    ],
  },
  {
    id: "mollebacken",
    sv: "Möllebacken",
    en: "Möllebacken",
    corners: [
      [0, -385],
      [335, -385],
      [300, -470],
      [250, -545],
      [160, -605],
      [0, -605],
    ],
  },
  {
    id: "ostra-kajen",
    sv: "Östra kajen",
    en: "Östra kajen (east quay)",
    corners: [
      [-232, -275],
      [-140, -275],
      [-112, -605],
      [-112, -630],
      [-205, -630],
    ],
  },
  {
    id: "ostra-piren",
    sv: "Östra piren",
    en: "Östra piren (east pier)",
    corners: [
      [-205, -630],
      [-112, -630],
      [-112, -605],
      [-30, -605],
      [-30, -875],
      [-215, -875],
      [-285, -830],
      [-285, -760],
    ],
  },
  {
    id: "hamnparken",
    sv: "Hamnparken",
    en: "Hamnparken (harbour park)",
    corners: [
      [-30, -605],
      [160, -605],
      [250, -545],
      [260, -700],
      [170, -800],
      [-30, -800],
    ],
  },
  {
    id: "hinsetunneln",
    sv: "Hinsetunneln och Mieåns västra strand",
    en: "Hinsetunneln and the west bank of Mieån",
    corners: [
      [-312, -300],
      [-226, -300],
      [-226, 450],
      [-190, 540],
      [-172, 585],
      [-262, 585],
      [-302, 450],
    ],
  },
];
