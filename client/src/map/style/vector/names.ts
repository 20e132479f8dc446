/** Names over any schema, from the least to the most important: MapLibre places the topmost layer first. */
import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from "maplibre-gl";
import { MAP_FONTS } from "../fonts.ts";
import { inked, lettering, size } from "../layers/labels.ts";
import type { Ink, Palette } from "../palette.ts";
import { each } from "./layers.ts";
import type { Part, TileTable } from "./table.ts";

const { regular, semibold, italic } = MAP_FONTS;

export function nameLayers({ names }: TileTable, { label }: Palette): LayerSpecification[] {
  return [
    ...along("name-lane", names.lane, label.quiet, 16.6, size(10.5, 12.5)),
    ...along("name-street", names.street, label.street, 15, size(11, 14)),
    ...along("name-main-street", names.mainStreet, label.street, 14, size(11.5, 14.5)),
    ...along("name-river", names.river, label.water, 14, size(12, 16), italic, 0.12),
    ...at("name-landmark", names.landmark, label.landmark, 15.4, size(11, 14)),
    ...at("name-park", names.park, label.park, 14.4, size(11.5, 15), italic),
    ...at("name-station", names.station, label.landmark, 14, size(11.5, 14), semibold),
    ...at("name-square", names.square, label.square, 14.6, size(11.5, 17), semibold),
    ...at("name-water", names.water, label.water, 13, size(13, 19), italic, 0.12),
    ...at("name-district", names.district, label.quiet, 13, size(12, 16), semibold, 0.04),
  ];
}

type Layout = NonNullable<SymbolLayerSpecification["layout"]>;

function along(
  id: string,
  parts: Part[],
  ink: Ink,
  minzoom: number,
  textSize: ExpressionSpecification,
  font = regular,
  spacing = 0,
): LayerSpecification[] {
  const layout: Layout = { "symbol-placement": "line", "symbol-spacing": 320, "text-max-angle": 38 };
  return name(id, parts, ink, minzoom, { ...layout, ...lettering(textSize, font, spacing) });
}

function at(
  id: string,
  parts: Part[],
  ink: Ink,
  minzoom: number,
  textSize: ExpressionSpecification,
  font = regular,
  spacing = 0,
): LayerSpecification[] {
  const layout: Layout = { "text-max-width": 9, "text-padding": 4 };
  return name(id, parts, ink, minzoom, { ...layout, ...lettering(textSize, font, spacing) });
}

function name(id: string, parts: Part[], ink: Ink, minzoom: number, layout: Layout): LayerSpecification[] {
  return each(id, parts, { type: "symbol", minzoom, layout, paint: inked(ink) });
}
