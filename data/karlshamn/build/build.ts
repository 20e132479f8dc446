/** Every built file: name in the town's folder → text. Nothing is read, nothing written, nothing left to chance. */
import { collectionText } from "@trygg/shared/place/collection-text.ts";
import { type Corrections, corrections as settled } from "./description/corrections.ts";
import { areaFinder, drawAreas } from "./draw/areas.ts";
import { drawNetwork } from "./draw/network.ts";
import { drawPlaces } from "./draw/places.ts";
import { drawAll } from "./drawing.ts";
import { formattedText } from "./geometry/write.ts";
import { THEMES } from "./themes.ts";

const AREAS_NOTE =
  "Release areas: unions of 62.5 m squares of the national grid (SWEREF 99 TM), drawn once and never moved by counts.";
const PLACES_NOTE =
  "Names that people search for, at approximate points; certainty says how far to trust them.";

export function buildAll(corrections: Corrections = settled): Map<string, string> {
  const drawing = drawAll(corrections);
  const areas = drawAreas();
  const network = { type: "FeatureCollection", features: drawNetwork(drawing.streets, drawing.shore.water) };
  const places = drawPlaces(drawing, areaFinder(areas));
  return new Map([
    ...THEMES.map(({ file, note, features }): [string, string] => [
      `basemap/${file}.geojson`,
      collectionText(note, features(drawing)),
    ]),
    ["areas.json", formattedText({ note: AREAS_NOTE, areas })],
    ["places.json", formattedText({ note: PLACES_NOTE, places })],
    ["network.geojson", formattedText(network)],
  ]);
}
