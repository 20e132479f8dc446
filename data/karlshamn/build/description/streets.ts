/**
 * The streets as lines: where each runs, how wide it is between the house fronts, and what it is like to walk.
 * Cross streets run from Ågatan to the road round the town unless they say otherwise, so that a corrected line takes
 * its crossings along.
 */
import type { Corrections } from "./corrections.ts";
import type { Certainty } from "./frame.ts";
import { AGATAN, crossing, DROTTNINGGATAN, HALF_STREET, KUNGSGATAN, REGERINGSGATAN } from "./grid.ts";
import { paths } from "./paths.ts";
import { roadRoundTown } from "./road-round-town.ts";
import type { Street } from "./street.ts";
import { waysOut } from "./ways-out.ts";

export function describeStreets({ prinsgatan, stortorgetWest }: Corrections): Street[] {
  const far = 420;
  const across = (
    id: string,
    name: string | undefined,
    v: number,
    certainty: Certainty,
    width = 12,
  ): Street => ({
    id,
    ...(name ? { name } : {}),
    kind: "street",
    width,
    corners: [
      [AGATAN - 40, v],
      [far, v],
    ],
    from: "agatan",
    to: "erik-dahlbergsvagen",
    certainty,
  });
  const along = (id: string, name: string, u: number, south: number, north: number): Street => ({
    id,
    name,
    kind: "street",
    width: 2 * HALF_STREET,
    corners: [
      [u, south],
      [u, north],
    ],
    certainty: "unsure",
  });
  // With the square reaching across Prinsgatan, the street stops at its south side and goes on at its north side.
  const prinsgatanMeetsSquare = stortorgetWest < prinsgatan;

  return [
    {
      ...along("drottninggatan", "Drottninggatan", DROTTNINGGATAN, -700, 900),
      certainty: "sure",
      kind: "street",
      from: "strandvagen",
      to: "erik-dahlbergsvagen",
      part: { kind: "pedestrian", between: ["ronnebygatan", "sodra-fogdelyckegatan"] },
    },
    {
      id: "agatan",
      name: "Ågatan",
      kind: "street",
      width: 12,
      corners: [
        [AGATAN, crossing.ronnebygatan],
        [AGATAN, 385, 90],
        [-138, crossing.vinkelgatan, 30],
        [DROTTNINGGATAN, crossing.vinkelgatan],
      ],
      certainty: "fair",
    },
    {
      id: "kajgatan",
      kind: "quay",
      width: 12,
      corners: [
        [AGATAN, crossing.ronnebygatan],
        [AGATAN + 6, -270, 60],
        [-153, -380, 150],
        [-124, -632, 6],
        [-84, -672, 12],
        [-88, -730, 8],
        [-93, -806],
      ],
      certainty: "fair",
    },
    ...(prinsgatanMeetsSquare
      ? [
          {
            ...along("prinsgatan-sodra", "Prinsgatan", prinsgatan, -530, crossing.radhusgatan),
            from: "lanen",
          },
          {
            ...along("prinsgatan", "Prinsgatan", prinsgatan, crossing.schroder, 900),
            to: "erik-dahlbergsvagen",
          },
        ]
      : [{ ...along("prinsgatan", "Prinsgatan", prinsgatan, -530, 900), to: "erik-dahlbergsvagen" }]),
    {
      ...along("kungsgatan", "Kungsgatan", KUNGSGATAN, -700, 900),
      certainty: "fair",
      from: "strandvagen",
      to: "erik-dahlbergsvagen",
      part: { kind: "walking-speed", between: ["ronnebygatan", "christopher-schrodersgatan"] },
    },
    { ...along("regeringsgatan", "Regeringsgatan", REGERINGSGATAN, -430, 900), to: "erik-dahlbergsvagen" },
    {
      ...along("hantverkaregatan", "Hantverkaregatan", 190, crossing.lotsgatan, 500),
      width: 11,
      to: "tvargatan-norr",
    },
    ...roadRoundTown(),

    { ...across("ronnebygatan", "Ronnebygatan", crossing.ronnebygatan, "sure", 13), kind: "main" },
    across("radhusgatan", "Rådhusgatan", crossing.radhusgatan, "fair"),
    across("christopher-schrodersgatan", "Christopher Schrödersgatan", crossing.schroder, "fair"),
    across("kyrkogatan", "Kyrkogatan", crossing.kyrkogatan, "unsure"),
    across("sodra-fogdelyckegatan", "Södra Fogdelyckegatan", crossing.sodraFogdelycke, "unsure"),
    across("tvargatan-norr", undefined, crossing.unnamedNorth, "unsure", 11),
    across("norra-fogdelyckegatan", "Norra Fogdelyckegatan", crossing.norraFogdelycke, "sure"),
    {
      ...across("vinkelgatan", "Vinkelgatan", crossing.vinkelgatan, "unsure", 10),
      kind: "lane",
      from: "drottninggatan",
    },
    { ...across("lotsgatan", "Lotsgatan", crossing.lotsgatan, "unsure", 11), from: "kajgatan" },
    {
      ...across("tvargatan-soder", undefined, -430, "unsure", 10),
      kind: "lane",
      from: "kajgatan",
      to: "regeringsgatan",
    },
    { ...across("lanen", undefined, -530, "unsure", 9), kind: "lane", from: "kajgatan", to: "kungsgatan" },
    {
      id: "mollebacken-lane",
      kind: "lane",
      width: 7,
      soft: true,
      corners: [
        [REGERINGSGATAN, -430],
        [128, -462],
        [172, -474],
        [212, -440],
        [218, -388],
        [190, crossing.lotsgatan],
      ],
      certainty: "unsure",
    },
    ...waysOut(),
    // Three named streets lie on Östra piren, but which is which is not known.
    {
      id: "piren-tvar",
      kind: "lane",
      width: 8,
      corners: [
        [-86, -740],
        [-160, -733],
      ],
      from: "kajgatan",
      certainty: "unsure",
    },
    ...paths(),
  ];
}
