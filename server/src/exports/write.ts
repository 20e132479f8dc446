/** Writes flat rows as a file while they come: CSV as spreadsheets read it, or GeoJSON (RFC 7946). */
import { Readable } from "node:stream";
import type { ExportFormat } from "@trygg/shared/exports/schema.ts";
import { stringify } from "csv-stringify";
import type { FlatRow } from "./rows.ts";

export type Rows = Iterable<FlatRow> | AsyncIterable<FlatRow>;

export const mediaTypes: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  geojson: "application/geo+json",
};

export const writeRows: Record<ExportFormat, (rows: Rows) => Readable> = {
  csv: (rows) => writeCsv(propertiesOf(rows)),
  geojson: (rows) => Readable.from(features(rows)),
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
