/** Our layers over any schema: the same colours and order of light as the schematic map, without its details. */
import type { LayerSpecification } from "maplibre-gl";
import { type Metres, pixels } from "../expressions.ts";
import type { Palette } from "../palette.ts";
import type { Part, TileTable } from "./table.ts";

/** The only source of a vector map. */
export const SOURCE = "tiles";

/** From front to front, metres; tiles tell classes, not widths. */
const WIDTHS = { mainStreet: 12, street: 9, lane: 5, pedestrian: 7 };
type StreetClass = keyof typeof WIDTHS;
/** Pixels under which a street of its class is never drawn. */
const FLOORS: Record<StreetClass, number> = { mainStreet: 2.6, street: 1.6, lane: 0.9, pedestrian: 1.4 };
/** From the least important: what comes later lies on top where streets meet. */
const CLASSES: StreetClass[] = ["lane", "pedestrian", "street", "mainStreet"];

export function groundLayers(table: TileTable, palette: Palette): LayerSpecification[] {
  return [
    { id: "ground", type: "background", paint: { "background-color": palette.block } },
    ...surface("green", table.green, palette.park),
    ...surface("churchyard", table.churchyard, palette.churchyard),
    ...outline("churchyard-edge", table.churchyard, palette.parkEdge, 0.8),
    ...surface("water", table.water, palette.water),
    ...outline("shore", table.water, palette.shore, 1.2),
    ...each("beck", table.waterLines, {
      type: "line",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": palette.water, "line-width": pixels(13, 1, 18, 5) },
    }),
    ...surface("pier", table.pier, palette.quayside),
  ];
}

export function streetLayers(table: TileTable, palette: Palette, metres: Metres): LayerSpecification[] {
  return [
    ...surface("square", table.square, palette.square),
    ...outline("square-edge", table.square, palette.squareEdge, 1.2),
    ...each("path", table.path, {
      type: "line",
      minzoom: 14.2,
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.path,
        "line-width": pixels(14.2, 0.8, 16, 1.4, 18, 2.4),
        "line-dasharray": [2.2, 1.6],
        "line-opacity": pixels(14.2, 0.4, 16, 0.85),
      },
    }),
    ...CLASSES.flatMap((name) =>
      each(`${name}-edge`, table[name], {
        type: "line",
        layout: { "line-join": "round", "line-cap": "round" },
        paint: {
          "line-color": palette.streetEdge,
          "line-width": metres(WIDTHS[name] + 1.6, FLOORS[name] + 1.2),
        },
      }),
    ),
    ...CLASSES.flatMap((name) =>
      each(name, table[name], {
        type: "line",
        layout: { "line-join": "round", "line-cap": "round" },
        paint: {
          "line-color": name === "pedestrian" ? palette.pedestrian : palette.street,
          "line-width": metres(WIDTHS[name], FLOORS[name]),
        },
      }),
    ),
    ...each("rail", table.rail, {
      type: "line",
      paint: { "line-color": palette.rail, "line-width": pixels(13, 0.9, 16, 1.8) },
    }),
    ...each("rail-sleepers", table.rail, {
      type: "line",
      minzoom: 14,
      paint: {
        "line-color": palette.rail,
        "line-width": pixels(14, 3, 16, 6, 18, 10),
        "line-dasharray": [0.25, 2.2],
      },
    }),
  ];
}

export function buildingLayers(table: TileTable, palette: Palette): LayerSpecification[] {
  return [
    ...each("building", table.building, {
      type: "fill",
      minzoom: 14,
      paint: { "fill-color": palette.houses[1], "fill-opacity": pixels(14, 0, 15, 1) },
    }),
    ...each("building-edge", table.building, {
      type: "line",
      minzoom: 15.2,
      paint: {
        "line-color": palette.houseEdge,
        "line-width": pixels(15.2, 0.3, 17, 0.8, 19, 1.3),
        "line-opacity": pixels(15.2, 0, 16.2, 1),
      },
    }),
  ];
}

function surface(id: string, parts: Part[], colour: string): LayerSpecification[] {
  return each(id, parts, { type: "fill", paint: { "fill-color": colour } });
}

function outline(id: string, parts: Part[], colour: string, width: number): LayerSpecification[] {
  return each(id, parts, {
    type: "line",
    layout: { "line-join": "round" },
    paint: { "line-color": colour, "line-width": pixels(13, width * 0.6, 18, width * 1.4) },
  });
}

type Look = DistributiveOmit<LayerSpecification, "id" | "source" | "source-layer" | "filter">;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** The same look for every layer of the tiles that a theme is spread over. */
export function each(id: string, parts: Part[], look: Look): LayerSpecification[] {
  return parts.map(({ layer, filter }, index) => {
    const named = { id: index === 0 ? id : `${id}-${index + 1}`, source: SOURCE, "source-layer": layer };
    // The cast: the compiler cannot follow a union through the spread.
    return { ...look, ...named, filter } as LayerSpecification;
  });
}
