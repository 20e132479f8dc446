/**
 * Names. MapLibre places the topmost layer first, so this list runs from the least to the most important name, and
 * what must never drop out stands last.
 */
import type { ExpressionSpecification, SymbolLayerSpecification } from "maplibre-gl";
import { MAP_FONTS } from "../fonts.ts";
import { kind, pixels } from "../expressions.ts";
import type { Ink, Palette } from "../palette.ts";

const rank = (...ranks: number[]): ExpressionSpecification => ["in", ["get", "rank"], ["literal", ranks]];

type Layout = NonNullable<SymbolLayerSpecification["layout"]>;

const { regular, semibold, italic } = MAP_FONTS;

export function labelLayers({ label }: Palette): SymbolLayerSpecification[] {
  const street = kind("street");
  const buildings = kind("church", "civic", "heritage", "hall", "monument", "fort");
  return [
    along("name-way-out", label.quiet, kind("way-out"), [13.6, 24], size(12, 14), italic),
    along("name-street-close", label.street, ["all", street, rank(5)], [17, 24], size(12, 15)),
    along("name-street-more", label.street, ["all", street, rank(4)], [16, 17], size(11, 13)),
    beside("name-small-building", label.landmark, ["all", buildings, rank(4)], [16.3, 24], size(11, 14)),
    at("name-hill", label.park, kind("hill"), [14, 24], size(11.5, 16), italic, 0.06),
    along("name-street", label.street, ["all", street, rank(3)], [15, 17], size(11, 13)),
    along("name-quay", label.quiet, kind("quay"), [15.2, 24], size(11, 15), italic, 0.06),
    at(
      "name-district",
      label.quiet,
      ["all", kind("district"), rank(3)],
      [15, 24],
      size(11, 15),
      regular,
      0.03,
    ),
    beside("name-station", label.landmark, kind("station"), [13, 24], size(11.5, 14), regular, "railway"),
    beside(
      "name-towards-station",
      label.quiet,
      kind("towards"),
      [15, 24],
      size(11.5, 14),
      regular,
      "railway",
    ),
    at(
      "name-quarter",
      label.quiet,
      ["all", kind("district"), rank(2)],
      [14, 24],
      size(11.5, 16),
      regular,
      0.03,
    ),
    at("name-park", label.park, kind("park"), [13.8, 24], size(11.5, 16), italic),
    beside("name-building", label.landmark, ["all", buildings, rank(3)], [15, 24], size(11.5, 15)),
    along("name-main-street", label.street, ["all", street, rank(2)], [14, 17], size(11.5, 13.5)),
    along("name-river", label.water, kind("river"), [14, 24], size(12, 17), italic, 0.12),
    at("name-bay", label.water, ["all", kind("water"), rank(3)], [15, 24], size(12, 16), italic),
    at("name-sea", label.water, ["all", kind("water"), rank(1)], [13, 24], size(14, 22), italic, 0.16),
    // Names that the place marks as first would be crowded out if they were placed with the other streets.
    along(
      "name-street-first",
      label.street,
      ["all", street, rank(3), ["has", "first"]],
      [15, 17],
      size(11, 13),
    ),
    beside(
      "name-landmark",
      label.landmark,
      ["all", buildings, rank(2)],
      [14.2, 24],
      size(11.5, 17),
      semibold,
    ),
    at("name-square", label.square, ["all", kind("square"), rank(3)], [15.4, 24], size(11.5, 16), semibold),
    always(
      at(
        "name-main-square",
        label.square,
        ["all", kind("square"), rank(1)],
        [12, 24],
        size(13, 24),
        semibold,
      ),
    ),
  ];
}

/** Never dropped; it moves below or beside its point where a pin of the data stands on it. */
function always(layer: SymbolLayerSpecification): SymbolLayerSpecification {
  const layout: Layout = {
    "text-allow-overlap": true,
    "text-variable-anchor": ["center", "top", "left", "right"],
    "text-radial-offset": 0.5,
  };
  return { ...layer, layout: { ...layer.layout, ...layout } };
}

/** Letter height in pixels at zoom 14 and 18. */
export function size(far: number, close: number): ExpressionSpecification {
  return pixels(14, far, 18, close);
}

/** A name in the middle of a line. */
function along(
  id: string,
  ink: Ink,
  filter: ExpressionSpecification,
  zooms: [number, number],
  textSize: ExpressionSpecification,
  font: string[] = regular,
  spacing = 0,
): SymbolLayerSpecification {
  const layout: Layout = { "symbol-placement": "line-center", "text-max-angle": 38, "text-padding": 3 };
  return name(id, "labels", ink, filter, zooms, { ...layout, ...lettering(textSize, font, spacing) });
}

/** A name at a point. */
function at(
  id: string,
  ink: Ink,
  filter: ExpressionSpecification,
  zooms: [number, number],
  textSize: ExpressionSpecification,
  font: string[] = regular,
  spacing = 0,
): SymbolLayerSpecification {
  return name(id, "labels", ink, filter, zooms, { "text-padding": 4, ...lettering(textSize, font, spacing) });
}

/** A name that hangs below its point (a building's south wall), or stands above or on it. */
function beside(
  id: string,
  ink: Ink,
  filter: ExpressionSpecification,
  zooms: [number, number],
  textSize: ExpressionSpecification,
  font: string[] = regular,
  source = "labels",
): SymbolLayerSpecification {
  const layout: Layout = {
    "text-anchor": ["match", ["get", "side"], "above", "bottom", "on", "center", "top"],
    "text-max-width": 12,
    "text-padding": 3,
  };
  return name(id, source, ink, filter, zooms, { ...layout, ...lettering(textSize, font, 0) });
}

export function lettering(textSize: ExpressionSpecification, font: string[] = regular, spacing = 0): Layout {
  return {
    "text-field": ["get", "name"],
    "text-font": font,
    "text-size": textSize,
    "text-letter-spacing": spacing,
    "text-line-height": 1.1,
  };
}

function name(
  id: string,
  source: string,
  ink: Ink,
  filter: ExpressionSpecification,
  [minzoom, maxzoom]: [number, number],
  layout: Layout,
): SymbolLayerSpecification {
  return { id, type: "symbol", source, filter, minzoom, maxzoom, layout, paint: inked(ink) };
}

export function inked({ text, halo }: Ink): NonNullable<SymbolLayerSpecification["paint"]> {
  return { "text-color": text, "text-halo-color": halo, "text-halo-width": 1.5, "text-halo-blur": 0.4 };
}
