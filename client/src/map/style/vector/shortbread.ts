/** Shortbread 1.0: https://shortbread-tiles.org/schema/1.0/ */
import type { ExpressionSpecification } from "maplibre-gl";
import { lines, oneOf, points, surfaces, type TileTable } from "./table.ts";

const above: ExpressionSpecification = ["!=", ["get", "tunnel"], true];
const kinds = (...values: string[]) => oneOf("kind", ...values);
const MAIN = ["motorway", "trunk", "primary", "secondary", "tertiary"];
const STREETS = ["unclassified", "residential", "busway", "road"];
const WALKED = ["pedestrian", "living_street"];
const LANES = ["service", "track"];
const PATHS = ["footway", "steps", "path", "cycleway", "bridleway"];
const RAILS = ["rail", "light_rail", "narrow_gauge", "tram", "subway", "funicular", "monorail"];

export const shortbread: TileTable = {
  water: [surfaces("ocean"), surfaces("water_polygons", ["!=", ["get", "kind"], "glacier"])],
  waterLines: [lines("water_lines", above)],
  green: [
    surfaces(
      "land",
      kinds(
        "forest",
        "grass",
        "grassland",
        "meadow",
        "scrub",
        "heath",
        "park",
        "garden",
        "village_green",
        "recreation_ground",
        "playground",
        "allotments",
      ),
    ),
  ],
  churchyard: [surfaces("land", kinds("cemetery", "grave_yard"))],
  pier: [surfaces("pier_polygons")],
  square: [surfaces("street_polygons", kinds(...WALKED))],
  building: [surfaces("buildings")],
  mainStreet: [lines("streets", above, kinds(...MAIN))],
  street: [lines("streets", above, kinds(...STREETS))],
  lane: [lines("streets", above, kinds(...LANES))],
  pedestrian: [lines("streets", above, kinds(...WALKED))],
  path: [lines("streets", above, kinds(...PATHS)), lines("pier_lines")],
  rail: [lines("streets", above, kinds(...RAILS))],
  names: {
    mainStreet: [lines("street_labels", kinds(...MAIN))],
    street: [lines("street_labels", kinds(...STREETS, ...WALKED))],
    lane: [lines("street_labels", kinds(...LANES, ...PATHS))],
    district: [points("place_labels", kinds("suburb", "quarter", "neighborhood", "neighbourhood", "hamlet"))],
    water: [points("water_polygons_labels")],
    river: [lines("water_lines_labels")],
    square: [points("streets_polygons_labels", kinds(...WALKED))],
    park: [points("pois", oneOf("leisure", "park", "garden"))],
    landmark: [
      points("pois", oneOf("amenity", "place_of_worship", "townhall", "library")),
      points("pois", oneOf("tourism", "museum")),
    ],
    station: [points("public_transport", kinds("station", "halt", "bus_station"))],
  },
};
