/** Where a street may cross water: a street in the water anywhere else is a mistake, and a test says so. */
import type { Certainty } from "./frame.ts";

export interface Bridge {
  id: string;
  name: string;
  /** Id of the street that it carries. */
  street: string;
  certainty: Certainty;
}

export const BRIDGES: readonly Bridge[] = [
  { id: "bron-vid-hinsetunneln", name: "Bron vid Hinsetunneln", street: "hinsebron", certainty: "unsure" },
  {
    id: "gangbron-vid-hinsetunneln",
    name: "Gångbron vid Hinsetunneln",
    street: "gangbron",
    certainty: "unsure",
  },
  { id: "bron-vid-norreport", name: "Bron vid Norreport", street: "drottninggatan", certainty: "unsure" },
  {
    id: "bron-vid-gustavsborg",
    name: "Bron vid Gustavsborg",
    street: "erik-dahlbergsvagen",
    certainty: "unsure",
  },
];
