/** Opens a file by the ending of its name, and holds every format to the same limits. */
import { extname } from "node:path";
import { Refusal } from "../../refusal.ts";
import type { ImportFile, Progress } from "../kind.ts";
import { readCsv } from "./csv.ts";
import { readGeoJson } from "./geojson.ts";
import { readGeoPackage } from "./geopackage.ts";
import { readShapefile, readZippedShapefile } from "./shapefile.ts";
import type { Format, Source, SourceRow } from "./source.ts";

const formats: Record<string, Format> = {
  ".csv": readCsv,
  ".txt": readCsv,
  ".geojson": readGeoJson,
  ".json": readGeoJson,
  ".gpkg": readGeoPackage,
  ".shp": readShapefile,
  ".zip": readZippedShapefile,
};

/** A large city has some hundred thousand lamps. */
const MOST_ROWS = 250_000;
const MOST_COLUMNS = 500;

export async function openSource(file: ImportFile, progress: Progress): Promise<Source> {
  const ending = extname(file.name).toLowerCase();
  const format = formats[ending];
  if (!format)
    throw new Refusal(
      "badFile",
      `expected a file ending in ${Object.keys(formats).join(", ")}, got "${file.name}"`,
    );
  if (file.size === 0) throw new Refusal("badFile", "expected rows, got an empty file");
  const source = await format(file, progress);
  if (source.columns.length > MOST_COLUMNS)
    throw new Refusal("badFile", `expected at most ${MOST_COLUMNS} columns, got ${source.columns.length}`);
  return { ...source, rows: atMost(source.rows) };
}

async function* atMost(rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceRow> {
  let read = 0;
  for await (const row of rows) {
    read += 1;
    if (read > MOST_ROWS) throw new Refusal("tooLarge", `expected at most ${MOST_ROWS} rows`);
    yield row;
  }
  if (read === 0) throw new Refusal("badFile", "expected rows, got a file without any");
}
