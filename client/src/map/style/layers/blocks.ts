/** Blocks from afar, houses and what lies between them from nearby. */
import type { LayerSpecification } from "maplibre-gl";
import { kind, pixels, shifted } from "../expressions.ts";
import type { Palette } from "../palette.ts";

export function blockLayers(palette: Palette): LayerSpecification[] {
  return [...blocks(palette), ...houses(palette)];
}

function blocks(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "block",
      type: "fill",
      source: "blocks",
      filter: kind("block"),
      // Where houses appear, the block's ground shows between them.
      paint: {
        "fill-color": [
          "interpolate",
          ["linear"],
          ["zoom"],
          14.6,
          palette.block,
          15.6,
          ["match", ["get", "ground"], "garden", palette.garden, palette.yard],
        ],
      },
    },
    {
      id: "block-edge",
      type: "line",
      source: "blocks",
      filter: kind("block"),
      paint: { "line-color": palette.blockEdge, "line-width": pixels(13, 0.3, 16, 0.8, 19, 1.4) },
    },
  ];
}

function houses(palette: Palette): LayerSpecification[] {
  const [first, second, third, fourth] = palette.houses;
  return [
    {
      id: "house-shadow",
      type: "fill",
      source: "houses",
      filter: kind("house"),
      minzoom: 15.2,
      paint: {
        "fill-color": palette.shadow,
        "fill-translate": shifted(0.6, 6),
        "fill-opacity": pixels(15.2, 0, 16.2, palette.shadowOpacity),
      },
    },
    {
      id: "house",
      type: "fill",
      source: "houses",
      filter: kind("house"),
      minzoom: 14.2,
      paint: {
        "fill-color": ["match", ["get", "tone"], 0, first, 1, second, 2, third, fourth],
        "fill-opacity": pixels(14.2, 0, 15.4, 1),
      },
    },
    {
      id: "house-edge",
      type: "line",
      source: "houses",
      filter: kind("house"),
      minzoom: 15.4,
      paint: {
        "line-color": palette.houseEdge,
        "line-width": pixels(15.4, 0.3, 17, 0.7, 19, 1.2),
        "line-opacity": pixels(15.4, 0, 16.4, 1),
      },
    },
    {
      id: "ridge",
      type: "line",
      source: "houses",
      filter: kind("ridge"),
      minzoom: 16.4,
      paint: {
        "line-color": palette.ridge,
        "line-width": pixels(16.4, 0.4, 19, 1.2),
        "line-opacity": pixels(16.4, 0, 17.4, 0.9),
      },
    },
  ];
}
