/** Writes flat rows as a file: CSV as spreadsheets read it and GeoJSON (RFC 7946) while they come, GeoPackage whole. */
import { Readable } from "node:stream";
import type { FileFormat } from "@trygg/shared/exports/schema.ts";
import { stringify } from "csv-stringify";
import { writeGeoPackage } from "./geopackage.ts";
import type { FlatRow } from "./rows.ts";

export type Rows = Iterable<FlatRow> | AsyncIterable<FlatRow>;

export const mediaTypes: Record<FileFormat, string> = {
  csv: "text/csv; charset=utf-8",
  geojson: "application/geo+json",
  gpkg: "application/geopackage+sqlite3",
};

/** `name` is that of what the rows are, `at` the instant for which they stand. */
export const writeRows: Record<FileFormat, (rows: Rows, name: string, at: number) => Readable> = {
  csv: (rows) => writeCsv(propertiesOf(rows)),
  geojson: (rows) => Readable.from(features(rows)),
  gpkg: (rows, name, at) => Readable.from(writeGeoPackage(rows, name, at)),
};

/** RFC 4180 in UTF-8 with its mark; what a spreadsheet would take for a formula is written as text. */
export function writeCsv(rows: AsyncIterable<object>): Readable {
  const csv = stringify({ header: true, bom: true, escape_formulas: true, record_delimiter: "\r\n" });
  // What goes wrong on the way ends the file before its end, and is thrown where it is read.
  return Readable.from(rows)
    .on("error", (error) => csv.destroy(error))
    .pipe(csv);
}

async function* propertiesOf(rows: Rows): AsyncGenerator<object> {
  for await (const { properties } of rows) yield properties;
}

async function* features(rows: Rows): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[';
  let between = "\n";
  for await (const { geometry, properties } of rows) {
    yield `${between}${JSON.stringify({ type: "Feature", geometry, properties })}`;
    between = ",\n";
  }
  yield "\n]}\n";
}
