/** A style or pictures of somebody else's, with places for data put in, and dimmed where it has no night of its own. */
import type { Pictures } from "@trygg/shared/basemap.ts";
import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import { inked } from "./layers/labels.ts";
import { PALETTES, type Theme } from "./palette.ts";
import { SLOTS, slot } from "./slots.ts";

/** Keeps somebody else's names apart from those of our data. */
const PREFIX = "ground/";
/** How much of the day is left under the dusk: streets must still be told from blocks. */
const DUSK_OPACITY = 0.8;
/** Pictures are darkened themselves first, so that the dusk over them can be thin and they stay sharp. */
const PICTURE_DUSK_OPACITY = 0.55;
const DIM_PICTURES = { "raster-brightness-max": 0.55, "raster-saturation": -0.3 };

/** `dims` where the style was made for the day and it is night. Terrain, globes and cameras are left out. */
export function adoptStyle(
  { layers, sources, sprite, glyphs }: StyleSpecification,
  dims: boolean,
): StyleSpecification {
  // Arrows and shields stand among the streets too, so what counts is where the last of the ground ends.
  const firstName = layers.findLastIndex(({ type }) => type !== "symbol") + 1;
  const renamed = layers.map(apart);
  const ground = renamed.slice(0, firstName);
  const names = renamed.slice(firstName);
  return {
    version: 8,
    sources: Object.fromEntries(Object.entries(sources).map(([id, source]) => [PREFIX + id, source])),
    ...(sprite === undefined ? {} : { sprite }),
    ...(glyphs === undefined ? {} : { glyphs }),
    layers: [
      ...(dims ? [...ground.map(dimmed), dusk(ground)] : ground),
      ...SLOTS.map(slot),
      ...(dims ? names.map(reinked) : names),
    ],
  };
}

/** Nothing but pictures of the ground. */
export function pictureStyle(theme: Theme, { tileSize, ...pictures }: Pictures): StyleSpecification {
  const style: StyleSpecification = {
    version: 8,
    name: `pictures ${theme}`,
    sources: { pictures: { type: "raster", tileSize, ...pictures } },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": PALETTES.day.land } },
      { id: "pictures", type: "raster", source: "pictures" },
    ],
  };
  return adoptStyle(style, theme === "night");
}

/** The bare ground, where there is no map to lay data on. */
export function bareStyle(theme: Theme): StyleSpecification {
  const ground: LayerSpecification = {
    id: "ground",
    type: "background",
    paint: { "background-color": PALETTES[theme].block },
  };
  return { version: 8, name: `bare ${theme}`, sources: {}, layers: [ground, ...SLOTS.map(slot)] };
}

function apart(layer: LayerSpecification): LayerSpecification {
  const id = PREFIX + layer.id;
  return layer.type === "background" ? { ...layer, id } : { ...layer, id, source: PREFIX + layer.source };
}

function dimmed(layer: LayerSpecification): LayerSpecification {
  return layer.type === "raster" ? { ...layer, paint: { ...layer.paint, ...DIM_PICTURES } } : layer;
}

function dusk(ground: LayerSpecification[]): LayerSpecification {
  const isPicture = ground.some(({ type }) => type === "raster");
  return {
    id: "dusk",
    type: "background",
    paint: {
      "background-color": PALETTES.night.block,
      "background-opacity": isPicture ? PICTURE_DUSK_OPACITY : DUSK_OPACITY,
    },
  };
}

/** Names stand over the dusk, so they need letters for the night. */
function reinked(layer: LayerSpecification): LayerSpecification {
  return layer.type === "symbol"
    ? { ...layer, paint: { ...layer.paint, ...inked(PALETTES.night.label.street) } }
    : layer;
}
