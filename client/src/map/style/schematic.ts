/** The schematic map as a MapLibre style: drawn from this place's own files, with no glyph server, sprite or tile from elsewhere. */
import type { GeoJSONSourceSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import { metresAt } from "./expressions.ts";
import { blockLayers } from "./layers/blocks.ts";
import { labelLayers } from "./layers/labels.ts";
import { greenLayers, landLayers } from "./layers/land.ts";
import { landmarkLayers, landmarkOutline } from "./layers/landmarks.ts";
import { railwayLayers } from "./layers/railway.ts";
import { squareLayers } from "./layers/squares.ts";
import { streetLayers } from "./layers/streets.ts";
import { treeLayers } from "./layers/trees.ts";
import { quayLayers, shoreLayers, waterLayers } from "./layers/water.ts";
import { type Palette, PALETTES, type Theme } from "./palette.ts";
import { SLOTS, slot } from "./slots.ts";

/** Files in the place's `basemap/` folder, one source each. */
const FILES = [
  "land",
  "water",
  "green",
  "streets",
  "squares",
  "blocks",
  "houses",
  "buildings",
  "trees",
  "railway",
  "labels",
] as const;

/** `latitude` is that of the town: widths on the ground depend on it. */
export function schematicStyle(theme: Theme, latitude: number): StyleSpecification {
  const palette: Palette = PALETTES[theme];
  const metres = metresAt(latitude);
  return {
    version: 8,
    name: theme,
    sources: fileSources(),
    layers: [
      ...waterLayers(palette),
      ...landLayers(palette),
      ...greenLayers(palette),
      ...shoreLayers(palette),
      ...railwayLayers(palette),
      ...streetLayers(palette, metres),
      ...squareLayers(palette),
      ...quayLayers(palette, metres),
      ...blockLayers(palette),
      ...treeLayers(palette, metres),
      ...landmarkLayers(palette),
      slot("slot-areas"),
      slot("slot-squares"),
      landmarkOutline(palette),
      ...SLOTS.slice(2).map(slot),
      ...labelLayers(palette),
    ],
  };
}

function fileSources(): Record<string, SourceSpecification> {
  return Object.fromEntries(FILES.map((name) => [name, { ...fileSource(name), ...SPECIAL[name] }]));
}

/** Metres along a line are needed to fade roads; a wide buffer keeps a name whole, so that it is written once. */
const SPECIAL: Partial<Record<(typeof FILES)[number], object>> = {
  streets: { lineMetrics: true },
  labels: { buffer: 512 },
};

function fileSource(name: string): GeoJSONSourceSpecification {
  return { type: "geojson", data: `/basemap/${name}.geojson`, tolerance: 0.2 };
}
