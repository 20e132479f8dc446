/** Squares, the main one in a warmer tone, with joints in the paving close by. */
import type { LayerSpecification } from "maplibre-gl";
import { kind, pixels } from "../expressions.ts";
import type { Palette } from "../palette.ts";

export function squareLayers(palette: Palette): LayerSpecification[] {
  const paved = kind("main-square", "square");
  return [
    {
      id: "square",
      type: "fill",
      source: "squares",
      filter: paved,
      paint: { "fill-color": ["match", ["get", "kind"], "main-square", palette.square, palette.smallSquare] },
    },
    {
      id: "square-joints",
      type: "line",
      source: "squares",
      filter: kind("joints"),
      minzoom: 16.4,
      paint: {
        "line-color": palette.joint,
        "line-width": pixels(16.4, 0.5, 19, 1.4),
        "line-opacity": pixels(16.4, 0, 17.4, 0.9),
      },
    },
    {
      id: "square-edge",
      type: "line",
      source: "squares",
      filter: paved,
      layout: { "line-join": "miter" },
      paint: { "line-color": palette.squareEdge, "line-width": pixels(13, 0.8, 16, 1.4, 19, 2.6) },
    },
  ];
}
