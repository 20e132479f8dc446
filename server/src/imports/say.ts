/** What is told of rows and files, in English for the command line; pages say the same by code in their own language. */
import type { Told, ToldCode } from "@trygg/shared/imports/schema.ts";

type Values = Record<string, string | number>;

const sentences: Record<ToldCode, (values: Values) => string> = {
  badGeometry: () => "expected a geometry that can be read",
  noGeometry: () => "expected a position, got none",
  wrongGeometry: ({ expected, got }) => `expected a geometry of type ${expected}, got ${got}`,
  selfCrossing: ({ lng, lat }) =>
    `expected an outline that does not cross itself; it does at longitude ${lng}, latitude ${lat}`,
  outsideMap: ({ lng, lat }) =>
    `expected a position on the town's map, got longitude ${lng}, latitude ${lat}`,
  noMiddle: () => "expected an area that covers the middle of at least one square of 62.5 m; it covers none",
  overlap: ({ squares, id }) =>
    `expected areas that do not overlap; ${id} covers the middles of ${squares} of the same squares`,
  columnCount: ({ expected, got }) => `expected ${expected} columns as in the first line, got ${got}`,
  missing: ({ field }) => `${field}: expected a value, got nothing`,
  notANumber: ({ field, got }) => `${field}: expected a number, got "${got}"`,
  notADate: ({ field, got }) => `${field}: expected a date such as 2026-11-23, got "${got}"`,
  outOfRange: ({ field, least, most, got }) => `${field}: expected ${least}–${most}, got ${got}`,
  notAllowed: ({ field, expected, got }) => `${field}: expected one of ${expected}, got "${got}"`,
  unknownLuminaire: ({ got }) => `luminaire: expected the name or id of one that is known here, got "${got}"`,
  badText: ({ field, most }) => `${field}: expected 1–${most} characters, none of them a control character`,
  notASquare: ({ got }) =>
    `expected the id of an SCB square of 250 m or 1 km such as 4920006224750, got "${got}"`,
  duplicate: ({ row }) => `expected each id once; row ${row} has the same`,
  crsNamed: ({ name, crs }) => `Read as ${name} (${crs}), as named.`,
  crsRecognised: ({ name, crs }) => `Recognised as ${name} (${crs}) by where the town lies.`,
  axesSwapped: () => "North comes before east in this file; the numbers were read in that order.",
  columns: ({ columns }) => `Columns: ${columns}.`,
  stay: ({ count }) => `In the store but not in the file, and left as they are: ${count}.`,
  gone: ({ count }) => `In the store but not in the file, and taken away: ${count}.`,
  lightingAreas: () => "Read as areas that tell of light.",
  releaseAreas: () => "Read as release areas.",
  unknownValues: ({ field, count }) => `Rows that do not tell ${field}: ${count}; it is stored as unknown.`,
  statusAssumed: ({ count }) =>
    `Rows that do not tell a status: ${count}; new ones are taken as working, and say so.`,
  outsideCounted: ({ count }) => `Outside the town's map, and left out: ${count}.`,
  badId: ({ got }) => `expected a whole number as id, got ${got}`,
  repeatedId: () => "expected each id once, got it again",
  wildPosition: ({ lng, lat }) => `expected degrees of longitude and latitude, got ${lng} and ${lat}`,
  looseOutline: ({ count }) => `expected a closed outline, got one with ${count} loose ends`,
  noExtent: () => "expected an outline with an extent, got none",
  areasCut: ({ count }) => `Areas that reach out of the extract, left out: ${count}.`,
  coastCut: ({ count }) =>
    `Ends of the coastline within the map: ${count}; they are led on to the map's edge.`,
  drawn: ({ files, lamps }) => `Files of the map: ${files}; street lamps: ${lamps}.`,
};

export function say(code: ToldCode, values: Values = {}): Told {
  return { text: sentences[code](values), code, values };
}
