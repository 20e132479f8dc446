/** The railway in the north, its station and the arrow that points to it. */
import type { LayerSpecification } from "maplibre-gl";
import { kind, pixels } from "../expressions.ts";
import type { Palette } from "../palette.ts";

export function railwayLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "rail",
      type: "line",
      source: "railway",
      filter: kind("rail"),
      paint: { "line-color": palette.rail, "line-width": pixels(13, 0.9, 16, 1.8) },
    },
    {
      id: "rail-sleepers",
      type: "line",
      source: "railway",
      filter: kind("rail"),
      minzoom: 14,
      paint: {
        "line-color": palette.rail,
        "line-width": pixels(14, 3, 16, 6, 18, 10),
        "line-dasharray": [0.25, 2.2],
      },
    },
    {
      id: "rail-tunnel",
      type: "line",
      source: "railway",
      filter: kind("tunnel"),
      paint: {
        "line-color": palette.rail,
        "line-width": pixels(13, 0.9, 16, 1.8),
        "line-dasharray": [3, 3],
        "line-opacity": 0.7,
      },
    },
    {
      id: "arrow",
      type: "line",
      source: "railway",
      filter: kind("arrow"),
      minzoom: 14.6,
      layout: { "line-join": "miter" },
      paint: { "line-color": palette.path, "line-width": pixels(14.6, 1.2, 18, 3) },
    },
    {
      id: "station",
      type: "circle",
      source: "railway",
      filter: kind("station"),
      paint: {
        "circle-radius": pixels(13, 3, 17, 7),
        "circle-color": palette.street,
        "circle-stroke-color": palette.rail,
        "circle-stroke-width": pixels(13, 1.2, 17, 2.2),
      },
    },
  ];
}
