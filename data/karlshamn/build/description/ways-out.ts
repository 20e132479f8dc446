import { AGATAN, crossing } from "./grid.ts";
import type { Street } from "./street.ts";

/** Roads that leave the drawn town; their course further out is a guess and fades. */
export function waysOut(): Street[] {
  return [
    {
      id: "hinsebron",
      kind: "main",
      width: 12,
      corners: [
        [AGATAN, crossing.ronnebygatan],
        [-262, crossing.ronnebygatan],
      ],
      certainty: "unsure",
    },
    {
      id: "vagen-vasterut",
      kind: "main",
      width: 12,
      soft: true,
      corners: [
        [-262, crossing.ronnebygatan],
        [-330, -229],
        [-450, -262],
        [-580, -318],
        [-760, -360],
      ],
      fades: true,
      certainty: "unsure",
    },
    {
      id: "vagen-osterut",
      kind: "main",
      width: 13,
      soft: true,
      corners: [
        [299, -225],
        [370, -225],
        [500, -214],
        [640, -180],
        [800, -160],
      ],
      fades: true,
      certainty: "unsure",
    },
  ];
}
