/** OpenMapTiles 3: https://openmaptiles.org/schema/ */
import type { ExpressionSpecification } from "maplibre-gl";
import { lines, oneOf, points, surfaces, type TileTable } from "./table.ts";

const above: ExpressionSpecification = ["!=", ["get", "brunnel"], "tunnel"];
const classes = (...values: string[]) => oneOf("class", ...values);
const walked = oneOf("subclass", "pedestrian", "living_street");
const MAIN = ["motorway", "trunk", "primary", "secondary", "tertiary"];

export const openmaptiles: TileTable = {
  water: [surfaces("water", above, ["!=", ["get", "class"], "swimming_pool"])],
  waterLines: [lines("waterway", above)],
  green: [
    surfaces("landcover", classes("grass", "wood", "wetland")),
    surfaces("landuse", classes("pitch", "playground", "garden")),
    surfaces("park"),
  ],
  churchyard: [surfaces("landuse", classes("cemetery"))],
  pier: [surfaces("transportation", classes("pier"))],
  square: [surfaces("transportation", classes("path"), walked)],
  building: [surfaces("building")],
  mainStreet: [lines("transportation", above, classes(...MAIN))],
  street: [lines("transportation", above, classes("minor"), ["!", walked])],
  lane: [lines("transportation", above, classes("service", "track"))],
  pedestrian: [lines("transportation", above, classes("path", "minor"), walked)],
  path: [
    lines("transportation", above, classes("path"), ["!", walked]),
    lines("transportation", classes("pier")),
  ],
  rail: [lines("transportation", above, classes("rail", "transit"))],
  names: {
    mainStreet: [lines("transportation_name", classes(...MAIN))],
    street: [lines("transportation_name", ["any", classes("minor"), walked])],
    lane: [lines("transportation_name", classes("service", "track", "path"), ["!", walked])],
    district: [points("place", classes("suburb", "quarter", "neighbourhood", "island", "hamlet"))],
    water: [points("water_name")],
    river: [lines("waterway"), lines("water_name")],
    square: [points("place", classes("square"))],
    park: [points("park"), points("poi", classes("park", "garden", "cemetery"))],
    landmark: [points("poi", classes("place_of_worship", "town_hall", "library", "museum", "castle"))],
    station: [points("poi", classes("railway", "bus"), oneOf("subclass", "station", "halt", "bus_station"))],
  },
};
