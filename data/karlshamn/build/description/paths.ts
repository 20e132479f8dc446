/** Where one can only walk or cycle. No source draws them: they follow the water, the parks and the old railway. */
import { AGATAN, crossing, DROTTNINGGATAN } from "./grid.ts";
import type { Corner } from "./frame.ts";
import type { Street } from "./street.ts";

export function paths(): Street[] {
  const path = (
    id: string,
    name: string | undefined,
    corners: readonly Corner[],
    more?: Partial<Street>,
  ): Street => ({
    id,
    ...(name ? { name } : {}),
    kind: "path",
    width: 3,
    corners,
    certainty: "unsure",
    ...more,
  });
  return [
    path(
      "vastra-strandpromenaden",
      undefined,
      [
        [-262, crossing.ronnebygatan],
        [-256, -150],
        [-254, 0],
        [-258, 180],
        [-266, 400],
        [-248, 500],
        [-218, 590],
        [-190, 660],
        [-158, 730],
        [-128, 790],
        [DROTTNINGGATAN, 822],
      ],
      { soft: true },
    ),
    path(
      "hinsetunneln",
      "Hinsetunneln",
      [
        [-262, crossing.ronnebygatan],
        [-290, -207, 20],
        [-440, -236],
      ],
      { fades: true },
    ),
    path("gangbron", undefined, [
      [-153, -330],
      [-176, -306, 10],
      [-262, crossing.ronnebygatan],
    ]),
    path(
      "astranden",
      undefined,
      [
        [AGATAN, crossing.schroder],
        [-197, -8],
        [-209, 70],
        [-212, 180],
        [-215, 300],
        [-214, 400],
        [-190, 480],
        [-152, 560],
        [-122, 640],
        [-106, 700],
        [-62, 766],
        [-33, 790],
      ],
      { soft: true, to: "prinsgatan" },
    ),
    path(
      "astranden-tvar",
      undefined,
      [
        [AGATAN, crossing.sodraFogdelycke],
        [-230, crossing.sodraFogdelycke],
      ],
      { to: "astranden" },
    ),
    path(
      "astranden-norr",
      undefined,
      [
        [AGATAN, crossing.norraFogdelycke],
        [-240, crossing.norraFogdelycke],
      ],
      { to: "astranden" },
    ),
    path(
      "sommargatan",
      "Sommargatan",
      [
        [-153, -380],
        [-166, -400, 10],
        [-139, -628, 10],
        [-124, -632],
      ],
      { width: 4, from: "kajgatan", certainty: "unsure" },
    ),
    path("vagbrytaren", undefined, [
      [-124, -632],
      [-140, -662, 6],
      [-172, -681, 4],
      [-184, -700, 30],
      [-236, -780],
    ]),
    path(
      "hamnparken-gang",
      undefined,
      [
        [20, -596],
        [44, -650],
        [78, -690],
        [95.3, -708],
        [122, -668],
        [152, -640],
        [176, -600],
        [208, -505],
      ],
      { soft: true },
    ),
    path("pirens-kaj", undefined, [
      [-124, -632],
      [-140, -662, 6],
      [-168, -672, 5],
      [-160, -815, 4],
      [-84, -820, 4],
      [-72, -700, 6],
      [-30, -654, 20],
      [20, -596],
    ]),
    path("stortorget-langs", undefined, [
      [15, crossing.radhusgatan],
      [15, crossing.schroder],
    ]),
    path(
      "vagga",
      undefined,
      [
        [268, -420],
        [330, -520],
        [420, -640],
        [546, -836],
      ],
      { soft: true, fades: true },
    ),
  ];
}
