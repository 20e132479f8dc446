/** What every kind of import has in common: it reads a file, says what it found, and stores only when told to. */
import type { Findings, ImportMapping } from "@trygg/shared/imports/schema.ts";
import type { Topic } from "@trygg/shared/live.ts";
import type { Services } from "../context.ts";
import type { Database } from "../database/open.ts";

/** A file as it lies on disk: given on the command line, or uploaded and kept for the time of the import. */
export interface ImportFile {
  /** As it was called where it came from: its ending tells the format. */
  name: string;
  path: string;
  /** Bytes. */
  size: number;
}

/** Columns and values of the file in terms of ours. */
export type Mapping = ImportMapping;

export interface Prepared extends Findings {
  /** Stores what was found to be good, within the import's transaction. */
  store(tx: Database, importId: string): Promise<void>;
  /** Told after the commit. */
  topics: readonly Topic[];
}

/** Called with the share that is done, 0–1. */
export type Progress = (share: number) => void;

export interface ImportKind {
  /** Throws a Refusal when the file as a whole cannot be read. */
  prepare(services: Services, file: ImportFile, mapping: Mapping, progress: Progress): Promise<Prepared>;
}
