/** The ground: land, how the town fades into it, hills, the crosses of the national grid, green. */
import type { LayerSpecification } from "maplibre-gl";
import { closeBy, kind, pixels, stepped } from "../expressions.ts";
import type { Palette } from "../palette.ts";

export function landLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: "land", type: "fill", source: "land", filter: kind("land"), paint: { "fill-color": palette.land } },
    {
      id: "fringe",
      type: "fill",
      source: "land",
      filter: kind("fringe"),
      paint: {
        "fill-color": ["interpolate", ["linear"], ["get", "metres"], 34, palette.fringe, 300, palette.land],
        "fill-antialias": false,
      },
    },
    {
      id: "hill",
      type: "fill",
      source: "land",
      filter: kind("hill"),
      paint: { "fill-color": stepped("level", [0, 1, 2], palette.hill) },
    },
    {
      id: "hill-edge",
      type: "line",
      source: "land",
      filter: kind("hill"),
      paint: { "line-color": palette.hillEdge, "line-width": pixels(13, 0.4, 17, 1) },
    },
    {
      id: "grid-cross",
      type: "line",
      source: "land",
      filter: kind("grid-cross"),
      minzoom: 13.6,
      paint: { "line-color": palette.gridCross, "line-width": pixels(14, 0.7, 18, 1.4) },
    },
    {
      id: "ground",
      type: "fill",
      source: "land",
      filter: kind("ground"),
      paint: { "fill-color": closeBy(palette.ground, palette.pavement) },
    },
    {
      id: "quayside",
      type: "fill",
      source: "land",
      filter: kind("quayside"),
      paint: { "fill-color": palette.quayside },
    },
    {
      id: "breakwater",
      type: "fill",
      source: "land",
      filter: kind("breakwater"),
      paint: { "fill-color": palette.breakwater },
    },
  ];
}

export function greenLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "park",
      type: "fill",
      source: "green",
      paint: {
        "fill-color": ["match", ["get", "kind"], "churchyard", palette.churchyard, palette.park],
      },
    },
    {
      id: "park-edge",
      type: "line",
      source: "green",
      filter: kind("park", "churchyard"),
      minzoom: 14.5,
      paint: { "line-color": palette.parkEdge, "line-width": pixels(14.5, 0.4, 18, 1.2) },
    },
  ];
}
