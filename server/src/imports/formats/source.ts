/** What every format gives: named columns, the coordinate system if the file names one, and rows one after the other. */
import type { Told } from "@trygg/shared/imports/schema.ts";
import type { Geometry } from "geojson";
import type { ImportFile, Progress } from "../kind.ts";

export interface SourceRow {
  /** Of the file, from 1; a header is no row. */
  row: number;
  properties: Readonly<Record<string, unknown>>;
  /** Null where there is none; in a CSV the position stands in columns. */
  geometry: Geometry | null;
  /** Why the row cannot be used, when it could not be read. */
  fault?: Told;
}

export interface Source {
  columns: readonly string[];
  /** As the file writes it. */
  crs: string | undefined;
  /** To be read once. */
  rows: AsyncIterable<SourceRow>;
}

/** Throws a Refusal when the file is not what its name says. */
export type Format = (file: ImportFile, progress: Progress) => Promise<Source>;
