/** Trees as round crowns with a little light on them. */
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { type Metres, pixels, shifted } from "../expressions.ts";
import type { Palette } from "../palette.ts";

/** Crown radius in metres by size. */
const CROWN: ExpressionSpecification = ["match", ["get", "size"], 0, 2.3, 1, 3.1, 4];

export function treeLayers(palette: Palette, metres: Metres): LayerSpecification[] {
  return [
    {
      id: "tree-shadow",
      type: "circle",
      source: "trees",
      minzoom: 15.6,
      paint: {
        "circle-color": palette.shadow,
        "circle-radius": metres(CROWN),
        "circle-translate": shifted(0.5, 5),
        "circle-opacity": pixels(15.6, 0, 16.4, palette.shadowOpacity * 0.8),
        "circle-pitch-alignment": "map",
      },
    },
    {
      id: "tree",
      type: "circle",
      source: "trees",
      minzoom: 14.8,
      paint: {
        "circle-color": palette.tree,
        "circle-radius": metres(CROWN),
        "circle-opacity": pixels(14.8, 0, 15.6, 0.95),
        "circle-stroke-color": palette.treeEdge,
        "circle-stroke-width": pixels(15.5, 0.3, 18, 1),
        "circle-stroke-opacity": pixels(14.8, 0, 15.8, 1),
        "circle-pitch-alignment": "map",
      },
    },
    {
      id: "tree-light",
      type: "circle",
      source: "trees",
      minzoom: 16.2,
      paint: {
        "circle-color": palette.treeLight,
        "circle-radius": metres(["*", CROWN, 0.55]),
        "circle-translate": shifted(-0.2, -3.2),
        "circle-blur": 0.4,
        "circle-opacity": pixels(16.2, 0, 17.2, 0.9),
        "circle-pitch-alignment": "map",
      },
    },
  ];
}
