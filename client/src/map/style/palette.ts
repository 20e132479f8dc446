/**
 * The base map's colours by day and at dusk, mixed by hand. Both keep the same order of light on land (street over
 * ground over block over house), so the town reads alike; only water turns: the largest dark field by day, at dusk it
 * holds the sky. Chroma is low everywhere, since colour belongs to the data.
 */
export type Theme = "day" | "night";

export interface Palette {
  water: string;
  /** Belts towards the shore, widest first. */
  shallows: readonly [string, string, string];
  shore: string;
  quayEdge: string;
  quayCoping: string;
  quayside: string;
  breakwater: string;
  land: string;
  /** Ground at the edge of the town, from where it fades into the land. */
  fringe: string;
  gridCross: string;
  hill: readonly [string, string, string];
  hillEdge: string;
  ground: string;
  street: string;
  streetEdge: string;
  pedestrian: string;
  walkingSpeed: string;
  carriageway: string;
  pavement: string;
  kerb: string;
  path: string;
  rail: string;
  square: string;
  squareEdge: string;
  smallSquare: string;
  joint: string;
  park: string;
  parkEdge: string;
  churchyard: string;
  tree: string;
  treeEdge: string;
  treeLight: string;
  block: string;
  blockEdge: string;
  yard: string;
  garden: string;
  /** Roofs in four tones, so that neighbours differ. */
  houses: readonly [string, string, string, string];
  houseEdge: string;
  ridge: string;
  shadow: string;
  shadowOpacity: number;
  church: string;
  churchEdge: string;
  civic: string;
  civicEdge: string;
  label: Labels;
}

export interface Ink {
  text: string;
  halo: string;
}

interface Labels {
  square: Ink;
  landmark: Ink;
  street: Ink;
  quiet: Ink;
  water: Ink;
  park: Ink;
}

const day: Palette = {
  water: "#bdd3dc",
  shallows: ["#c3d8e0", "#cadde4", "#d2e3e8"],
  shore: "#8fb1bf",
  quayEdge: "#968e80",
  quayCoping: "#fbf8f1",
  quayside: "#f1ece1",
  breakwater: "#d8d1c4",
  land: "#e5e5dd",
  fringe: "#f0eee8",
  gridCross: "#cfcec5",
  hill: ["#dfe2d5", "#d9dfcf", "#d3dbc8"],
  hillEdge: "#c8d2bb",
  ground: "#fbfaf6",
  street: "#fdfcf9",
  streetEdge: "#d3ccbf",
  pedestrian: "#f6ead3",
  walkingSpeed: "#f9f2e2",
  carriageway: "#ffffff",
  pavement: "#f3efe6",
  kerb: "#ddd6c8",
  path: "#a39a87",
  rail: "#8d8a86",
  square: "#f3e3c2",
  squareEdge: "#c3a569",
  smallSquare: "#f6ead3",
  joint: "#e6d2a8",
  park: "#d3e0c5",
  parkEdge: "#b9cda8",
  churchyard: "#d8e3cb",
  tree: "#a9c496",
  treeEdge: "#8fae7d",
  treeLight: "#b7cfa5",
  block: "#e7e1d6",
  blockEdge: "#cfc6b7",
  yard: "#efebe2",
  garden: "#dde4d1",
  houses: ["#dad1c2", "#d4cabb", "#dfd7ca", "#ddd4c4"],
  houseEdge: "#c3b8a6",
  ridge: "#c9bfae",
  shadow: "#8a8172",
  shadowOpacity: 0.22,
  church: "#a08a6c",
  churchEdge: "#6d5a3f",
  civic: "#bfad92",
  civicEdge: "#8c7a5e",
  label: {
    square: { text: "#292824", halo: "#fffdf8" },
    landmark: { text: "#3b372f", halo: "#fffdf8" },
    street: { text: "#57524a", halo: "#fffdf8" },
    quiet: { text: "#57534b", halo: "#fbf9f3" },
    water: { text: "#2d6076", halo: "#d9e7ec" },
    park: { text: "#2b4024", halo: "#f5f9ef" },
  },
};

const night: Palette = {
  water: "#2b4763",
  shallows: ["#2f4d6a", "#345471", "#3b5d7b"],
  shore: "#6f8ea6",
  quayEdge: "#737a94",
  quayCoping: "#434766",
  quayside: "#34375a",
  breakwater: "#4a4e6b",
  land: "#1c2037",
  fringe: "#292a47",
  gridCross: "#303550",
  hill: ["#1d263a", "#1f2b3c", "#21303e"],
  hillEdge: "#2a3b48",
  ground: "#444768",
  street: "#484b6c",
  streetEdge: "#181b2f",
  pedestrian: "#5f536a",
  walkingSpeed: "#535070",
  carriageway: "#4a4d6e",
  pavement: "#404363",
  kerb: "#353857",
  path: "#7d7f9b",
  rail: "#6c6f8c",
  square: "#6b5d61",
  squareEdge: "#a58c79",
  smallSquare: "#5f536a",
  joint: "#776869",
  park: "#243b42",
  parkEdge: "#31504f",
  churchyard: "#2a4146",
  tree: "#2f4d4f",
  treeEdge: "#3d605c",
  treeLight: "#365655",
  block: "#2a2d4b",
  blockEdge: "#191c32",
  yard: "#262945",
  garden: "#253745",
  houses: ["#343759", "#303354", "#393c5f", "#2e314f"],
  houseEdge: "#212440",
  ridge: "#424566",
  shadow: "#0b0e1c",
  shadowOpacity: 0.45,
  church: "#8e7d74",
  churchEdge: "#cbb091",
  civic: "#5f5869",
  civicEdge: "#948792",
  label: {
    square: { text: "#f6eedc", halo: "#151a2b" },
    landmark: { text: "#dcd8e1", halo: "#151a2b" },
    street: { text: "#c6c8da", halo: "#151a2b" },
    quiet: { text: "#c0c3d8", halo: "#121628" },
    water: { text: "#a9d3e8", halo: "#1f3a55" },
    park: { text: "#c6e0cc", halo: "#101b20" },
  },
};

export const PALETTES: Record<Theme, Palette> = { day, night };
