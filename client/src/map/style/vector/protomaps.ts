/** Protomaps basemap, version 4: https://docs.protomaps.com/basemaps/layers */
import type { ExpressionSpecification } from "maplibre-gl";
import { lines, oneOf, points, surfaces, type TileTable } from "./table.ts";

const above: ExpressionSpecification = ["!", ["has", "is_tunnel"]];
const kinds = (...values: string[]) => oneOf("kind", ...values);
const details = (...values: string[]) => oneOf("kind_detail", ...values);
const walked = details("pedestrian", "living_street");
const narrow = details("service", "alley", "driveway", "parking_aisle", "track");

export const protomaps: TileTable = {
  water: [surfaces("water", ["!=", ["get", "kind"], "swimming_pool"])],
  waterLines: [lines("water")],
  green: [
    surfaces(
      "landuse",
      kinds(
        "park",
        "garden",
        "recreation_ground",
        "playground",
        "village_green",
        "grass",
        "grassland",
        "meadow",
        "scrub",
        "wood",
        "forest",
        "nature_reserve",
        "pitch",
      ),
    ),
  ],
  churchyard: [surfaces("landuse", kinds("cemetery"))],
  pier: [surfaces("landuse", kinds("pier"))],
  square: [surfaces("landuse", kinds("pedestrian"))],
  building: [surfaces("buildings", kinds("building"))],
  mainStreet: [lines("roads", above, kinds("highway", "major_road"))],
  street: [lines("roads", above, kinds("minor_road"), ["!", ["any", walked, narrow]])],
  lane: [lines("roads", above, kinds("minor_road"), narrow)],
  pedestrian: [lines("roads", above, walked)],
  path: [lines("roads", above, kinds("path", "other"), ["!", walked]), lines("roads", details("pier"))],
  rail: [lines("roads", above, kinds("rail"))],
  names: {
    mainStreet: [lines("roads", kinds("highway", "major_road"))],
    street: [lines("roads", ["any", kinds("minor_road"), walked], ["!", narrow])],
    lane: [lines("roads", ["any", kinds("path"), narrow], ["!", walked])],
    district: [points("places", kinds("neighbourhood", "macrohood"))],
    water: [points("water")],
    river: [lines("water")],
    square: [points("pois", kinds("square"))],
    park: [points("pois", kinds("park", "garden", "cemetery"))],
    landmark: [points("pois", kinds("place_of_worship", "townhall", "library", "museum", "castle"))],
    station: [points("pois", kinds("station", "train_station", "bus_station"))],
  },
};
