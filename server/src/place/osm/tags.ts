/** What tags mean here. They are told at https://wiki.openstreetmap.org/wiki/Map_features. */
import type { Tags } from "../../imports/formats/osm-item.ts";

/** Keys that make something worth keeping; all else of the extract is passed over. */
const KEYS = [
  "amenity",
  "area:highway",
  "bridge",
  "building",
  "highway",
  "historic",
  "landuse",
  "leisure",
  "man_made",
  "natural",
  "office",
  "place",
  "public_transport",
  "railway",
  "tourism",
  "waterway",
];

export function isDrawn(tags: Tags): boolean {
  return KEYS.some((key) => key in tags);
}

/** Whether a tag has one of these values. */
export function is(tags: Tags, key: string, ...values: string[]): boolean {
  const value = tags[key];
  return value !== undefined && values.includes(value);
}

/** Present, and not said to be absent. */
export function has(tags: Tags, key: string): boolean {
  const value = tags[key];
  return value !== undefined && value !== "no";
}

export const isUnderground = (tags: Tags) => has(tags, "tunnel") || Number(tags["layer"]) < 0;

export const isBridge = (tags: Tags) => has(tags, "bridge") && !("man_made" in tags);

/** Metres, as in `7`, `7.5 m` and `7,5`; undefined for anything else. */
export function metres(text: string | undefined): number | undefined {
  const found = /^(\d+(?:[.,]\d+)?)\s*m?$/.exec(text?.trim() ?? "")?.[1];
  const value = Number(found?.replace(",", "."));
  return found && value > 0 ? value : undefined;
}

/** Enterprises: their names are not for this map, where a mark beside one would read as an accusation. */
const isEnterprise = (tags: Tags) =>
  has(tags, "shop") ||
  has(tags, "craft") ||
  (has(tags, "office") && tags["office"] !== "government") ||
  is(tags, "tourism", "hotel", "hostel", "guest_house", "apartment") ||
  is(
    tags,
    "amenity",
    "restaurant",
    "cafe",
    "bar",
    "pub",
    "fast_food",
    "nightclub",
    "bank",
    "fuel",
    "pharmacy",
  );

export type LandmarkKind = "church" | "civic" | "fort" | "monument";

const CIVIC: Record<string, readonly string[]> = {
  amenity: [
    "arts_centre",
    "college",
    "community_centre",
    "courthouse",
    "fire_station",
    "hospital",
    "kindergarten",
    "library",
    "police",
    "school",
    "theatre",
    "townhall",
    "university",
  ],
  building: [
    "civic",
    "college",
    "fire_station",
    "government",
    "hospital",
    "kindergarten",
    "public",
    "school",
    "train_station",
    "university",
  ],
  office: ["government"],
  tourism: ["museum"],
};

/** Public buildings that people find their way by, and nothing else. */
export function landmarkKind(tags: Tags): LandmarkKind | undefined {
  if (isEnterprise(tags)) return undefined;
  if (
    is(tags, "amenity", "place_of_worship") ||
    is(tags, "building", "church", "chapel", "cathedral", "mosque")
  )
    return "church";
  if (is(tags, "historic", "castle", "fort", "citywalls")) return "fort";
  if (
    is(tags, "historic", "monument", "memorial") &&
    (has(tags, "building") || tags["historic"] === "monument")
  )
    return "monument";
  return Object.entries(CIVIC).some(([key, values]) => is(tags, key, ...values)) ? "civic" : undefined;
}
