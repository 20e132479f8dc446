/** The style of whatever lies under the data, by the kind of base map that the operator has chosen. */
import type { Ground } from "@trygg/shared/basemap.ts";
import { type StyleSpecification, addProtocol } from "maplibre-gl";
import { adoptStyle, pictureStyle } from "./adopted.ts";
import type { Theme } from "./palette.ts";
import { schematicStyle } from "./schematic.ts";
import { vectorStyle } from "./vector/style.ts";

const PMTILES = "pmtiles";

/** `latitude` is that of the town. Fails where a file of the style cannot be fetched. */
export async function loadStyle(ground: Ground, theme: Theme, latitude: number): Promise<StyleSpecification> {
  switch (ground.kind) {
    case "schematic":
      return schematicStyle(theme, latitude);
    case "vector":
      await readArchives();
      return vectorStyle(theme, ground, latitude);
    case "raster":
      if (ground.pictures.url?.startsWith(PMTILES)) await readArchives();
      return pictureStyle(theme, ground.pictures);
    case "style": {
      const ownNight = theme === "night" ? ground.night : null;
      return adoptStyle(await fetchStyle(ownNight ?? ground.day), theme === "night" && ownNight === null);
    }
  }
}

async function fetchStyle(address: string): Promise<StyleSpecification> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`expected a style at ${address}, got status ${response.status}`);
  const text = await response.text();
  if (text.includes(`"${PMTILES}://`)) await readArchives();
  // MapLibre wants whole addresses of sprites; the server writes its own from the root.
  return JSON.parse(text.replaceAll('"/basemap/', `"${location.origin}/basemap/`)) as StyleSpecification;
}

let archives: Promise<void> | undefined;

/** Teaches MapLibre to read archives, once and only where there is one. */
function readArchives(): Promise<void> {
  archives ??= import("pmtiles").then(({ Protocol }) => addProtocol(PMTILES, new Protocol().tile));
  return archives;
}
