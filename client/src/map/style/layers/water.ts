/** Water lies under everything; the land is drawn over it, and its edge after the green. */
import type { LayerSpecification } from "maplibre-gl";
import { kind, type Metres, pixels, stepped } from "../expressions.ts";
import type { Palette } from "../palette.ts";

export function waterLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: "water", type: "background", paint: { "background-color": palette.water } },
    {
      id: "shallows",
      type: "fill",
      source: "water",
      filter: kind("shallows"),
      paint: { "fill-color": stepped("metres", [40, 22, 9], palette.shallows), "fill-antialias": false },
    },
  ];
}

export function shoreLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "shore",
      type: "line",
      source: "water",
      filter: kind("shore"),
      layout: { "line-join": "round" },
      paint: { "line-color": palette.shore, "line-width": pixels(13, 0.6, 18, 1.6) },
    },
  ];
}

/** Stone edges, over the squares that reach to them. */
export function quayLayers(palette: Palette, metres: Metres): LayerSpecification[] {
  return [
    {
      id: "quay-coping",
      type: "line",
      source: "water",
      filter: kind("quay"),
      minzoom: 15,
      layout: { "line-join": "miter" },
      paint: { "line-color": palette.quayCoping, "line-width": metres(2.4), "line-offset": metres(-1.2) },
    },
    {
      id: "quay",
      type: "line",
      source: "water",
      filter: kind("quay"),
      layout: { "line-join": "miter" },
      paint: { "line-color": palette.quayEdge, "line-width": pixels(13, 0.8, 16, 1.5, 19, 3) },
    },
  ];
}
