/** Buildings that people find their way by. */
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { kind, pixels, shifted } from "../expressions.ts";
import type { Palette } from "../palette.ts";

/** Outlines, as against the lines of their roofs. */
const walls: ExpressionSpecification = ["!", kind("roof")];

export function landmarkLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "landmark-shadow",
      type: "fill",
      source: "buildings",
      filter: walls,
      minzoom: 14,
      paint: {
        "fill-color": palette.shadow,
        "fill-translate": shifted(0.5, 9),
        "fill-opacity": palette.shadowOpacity * 1.15,
      },
    },
    {
      id: "landmark",
      type: "fill",
      source: "buildings",
      filter: walls,
      paint: { "fill-color": ["match", ["get", "kind"], "church", palette.church, palette.civic] },
    },
    {
      id: "landmark-edge",
      type: "line",
      source: "buildings",
      filter: walls,
      paint: {
        "line-color": ["match", ["get", "kind"], "church", palette.churchEdge, palette.civicEdge],
        "line-width": pixels(13, 0.4, 16, 0.9, 19, 1.8),
      },
    },
    {
      id: "landmark-roof",
      type: "line",
      source: "buildings",
      filter: kind("roof"),
      minzoom: 16,
      paint: {
        "line-color": ["match", ["get", "of"], "church", palette.churchEdge, palette.civicEdge],
        "line-width": pixels(16, 0.5, 19, 1.2),
        "line-opacity": pixels(16, 0, 17, 0.55),
      },
    },
  ];
}

/** Drawn once more over data that would hide them. */
export function landmarkOutline(palette: Palette): LayerSpecification {
  return {
    id: "landmark-outline",
    type: "line",
    source: "buildings",
    filter: walls,
    minzoom: 14.5,
    paint: {
      "line-color": ["match", ["get", "kind"], "church", palette.churchEdge, palette.civicEdge],
      "line-width": pixels(14, 0.5, 16, 0.9, 19, 1.8),
      "line-opacity": 0.9,
    },
  };
}
