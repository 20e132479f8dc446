/** Streets, paths and bridges: surfaces between the house fronts, kerbs close by, ways out that fade. */
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { closeBy, kind, type Metres, pixels } from "../expressions.ts";
import type { Palette } from "../palette.ts";

const STREETS = ["main", "street", "lane", "quay", "pedestrian", "walking-speed"];
const surface: ExpressionSpecification = ["==", ["geometry-type"], "Polygon"];
const middle: ExpressionSpecification = ["==", ["geometry-type"], "LineString"];
/** Roads that leave the drawn town. */
const fading: ExpressionSpecification = ["all", middle, ["has", "fades"], ["!=", ["get", "kind"], "path"]];
/** Surfaces from front to front. */
const drawn: ExpressionSpecification = ["all", kind(...STREETS), surface];
/** Streets with a carriageway between pavements. */
const driven: ExpressionSpecification = [
  "all",
  middle,
  kind("main", "street", "lane", "quay"),
  ["!", ["has", "fades"]],
];
const footbridge: ExpressionSpecification = ["all", kind("bridge"), ["<", ["get", "width"], 6]];

export function streetLayers(palette: Palette, metres: Metres): LayerSpecification[] {
  return [
    {
      id: "path",
      type: "line",
      source: "streets",
      filter: ["all", kind("path"), middle],
      minzoom: 14.2,
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.path,
        "line-width": pixels(14.2, 0.8, 16, 1.5, 18, 2.6),
        "line-dasharray": [2.2, 1.6],
        "line-opacity": pixels(14.2, 0.5, 15.5, 0.9),
      },
    },
    {
      id: "way-out-edge",
      type: "line",
      source: "streets",
      filter: fading,
      paint: {
        "line-width": pixels(13, 0.5, 16, 1, 19, 1.6),
        "line-gap-width": metres(["get", "width"], 1.4),
        "line-gradient": fade(palette.streetEdge),
      },
    },
    {
      id: "footbridge-edge",
      type: "line",
      source: "streets",
      filter: footbridge,
      paint: { "line-color": palette.quayEdge, "line-width": metres(5, 2.6) },
    },
    {
      id: "footbridge",
      type: "line",
      source: "streets",
      filter: footbridge,
      paint: { "line-color": palette.street, "line-width": metres(3.4, 1.2) },
    },
    {
      id: "street",
      type: "fill",
      source: "streets",
      filter: drawn,
      paint: {
        "fill-color": closeBy(surfaceOf(palette, palette.street), surfaceOf(palette, palette.pavement)),
      },
    },
    {
      // Beside the street, not under it: half a hairline would break into dots.
      id: "street-edge",
      type: "line",
      source: "streets",
      filter: kind("outer-kerb"),
      layout: { "line-join": "miter" },
      paint: {
        "line-color": palette.streetEdge,
        "line-width": pixels(13, 0.6, 16, 1.1, 19, 1.8),
        "line-offset": pixels(13, 0.3, 16, 0.6, 19, 0.9),
      },
    },
    {
      id: "way-out",
      type: "line",
      source: "streets",
      filter: fading,
      paint: { "line-width": metres(["get", "width"], 1.4), "line-gradient": fade(palette.street) },
    },
    {
      id: "kerb",
      type: "line",
      source: "streets",
      filter: driven,
      minzoom: 16,
      layout: { "line-join": "round" },
      paint: {
        "line-color": closeBy(palette.street, palette.kerb),
        "line-width": metres(["-", ["get", "width"], 4.4]),
      },
    },
    {
      id: "carriageway",
      type: "line",
      source: "streets",
      filter: driven,
      minzoom: 16,
      layout: { "line-join": "round" },
      paint: {
        "line-color": closeBy(palette.street, palette.carriageway),
        "line-width": metres(["-", ["get", "width"], 5]),
      },
    },
  ];
}

function surfaceOf(palette: Palette, ordinary: string): ExpressionSpecification {
  const { pedestrian, walkingSpeed } = palette;
  return ["match", ["get", "kind"], "pedestrian", pedestrian, "walking-speed", walkingSpeed, ordinary];
}

/** From full colour to nothing along a line. */
function fade(colour: string): ExpressionSpecification {
  return ["interpolate", ["linear"], ["line-progress"], 0, colour, 0.35, colour, 1, `${colour}00`];
}
