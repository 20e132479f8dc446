/** Vector tiles of somebody else's in the product's own colours, with its own letters. */
import type { Ground, TileSchema } from "@trygg/shared/basemap.ts";
import type { StyleSpecification } from "maplibre-gl";
import { metresAt } from "../expressions.ts";
import { PALETTES, type Theme } from "../palette.ts";
import { SLOTS, slot } from "../slots.ts";
import { SOURCE, buildingLayers, groundLayers, streetLayers } from "./layers.ts";
import { nameLayers } from "./names.ts";
import { openmaptiles } from "./openmaptiles.ts";
import { protomaps } from "./protomaps.ts";
import { shortbread } from "./shortbread.ts";
import type { TileTable } from "./table.ts";

const TABLES: Record<TileSchema, TileTable> = { openmaptiles, protomaps, shortbread };

/** `latitude` is that of the town: widths on the ground depend on it. */
export function vectorStyle(
  theme: Theme,
  { schema, url }: Extract<Ground, { kind: "vector" }>,
  latitude: number,
): StyleSpecification {
  const palette = PALETTES[theme];
  const table = TABLES[schema];
  return {
    version: 8,
    name: `${schema} ${theme}`,
    sources: { [SOURCE]: { type: "vector", url } },
    layers: [
      ...groundLayers(table, palette),
      ...streetLayers(table, palette, metresAt(latitude)),
      ...buildingLayers(table, palette),
      ...SLOTS.map(slot),
      ...nameLayers(table, palette),
    ],
  };
}
