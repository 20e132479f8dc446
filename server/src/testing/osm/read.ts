/** What the product makes of an extract's elements, without a file. */
import type { OsmItem } from "../../imports/formats/osm-item.ts";
import { drawnRound, readRound } from "../../place/osm/cover.ts";
import { type Drawing, drawExtract } from "../../place/osm/drawing.ts";
import { type Box, type Extract, readExtract } from "../../place/osm/extract.ts";
import { town } from "../samples.ts";

const [west, south, east, north] = town.place.bounds;
export const bounds: Box = { west, south, east, north };

export function extractOf(items: readonly OsmItem[]): Promise<Extract> {
  return readExtract(
    async function* () {
      yield [...items];
    },
    readRound(bounds),
    () => undefined,
  );
}

export async function drawingOf(items: readonly OsmItem[]): Promise<Drawing> {
  return drawExtract(await extractOf(items), drawnRound(bounds), bounds, town.areaAt);
}
