/** Shapefile: a .zip of its parts, or the .shp with its siblings beside it. */
import { readFile, readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { Geometry } from "geojson";
import { parseDbf, parseShp } from "shpjs";
import { Refusal } from "../../refusal.ts";
import type { ImportFile, Progress } from "../kind.ts";
import { decodeWhole, encodingOfBytes } from "./encoding.ts";
import type { Source, SourceRow } from "./source.ts";
import { refuseLarge } from "./whole.ts";
import { unzip } from "./zip.ts";

const endings = [".shp", ".dbf", ".prj", ".cpg"] as const;
type Parts = ReadonlyMap<string, Buffer>;

export async function readZippedShapefile(file: ImportFile, progress: Progress): Promise<Source> {
  return readParts(await unzip(file.path, endings), progress);
}

export async function readShapefile(file: ImportFile, progress: Progress): Promise<Source> {
  return readParts(await readSiblings(file), progress);
}

async function readSiblings({ path }: ImportFile): Promise<Parts> {
  const stem = basename(path, extname(path)).toLowerCase();
  const parts = new Map<string, Buffer>();
  for (const name of await readdir(dirname(path))) {
    const ending = endings.find((each) => name.toLowerCase() === stem + each);
    if (!ending) continue;
    const part = join(dirname(path), name);
    refuseLarge(await stat(part), "Shapefile");
    parts.set(ending, await readFile(part));
  }
  return parts;
}

function readParts(parts: Parts, progress: Progress): Source {
  const [shp, dbf] = [parts.get(".shp"), parts.get(".dbf")];
  if (!shp || !dbf)
    throw new Refusal(
      "badFile",
      `expected a .shp and its .dbf, got ${[...parts.keys()].join(", ") || "neither"}`,
    );
  try {
    const shapes = parseShp(shp);
    progress(0.4);
    const table = readTable(dbf, parts.get(".cpg")?.toString("latin1"));
    progress(0.6);
    if (table.length !== shapes.length)
      throw new Refusal(
        "badFile",
        `expected as many shapes as rows of the .dbf, got ${shapes.length} and ${table.length}`,
      );
    const crs = parts.get(".prj");
    return {
      columns: Object.keys(table[0] ?? {}),
      crs: crs && decodeWhole(crs),
      rows: joinRows(shapes, table, (index) => isDeleted(dbf, index)),
    };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("badFile", `expected a Shapefile (${(error as Error).message})`);
  }
}

/** The reader believes what the header says of sizes, so they are held against the file first. */
function readTable(dbf: Buffer, named: string | undefined): Record<string, unknown>[] {
  const { count, start, length } = sizesOf(dbf);
  if (start < 33 || length < 1 || start + count * length > dbf.length + 1)
    throw new Refusal("badFile", "expected a .dbf whose rows fill it, got one that is cut off");
  return parseDbf(dbf, named ?? encodingOfBytes(dbf.subarray(start)));
}

const sizesOf = (dbf: Buffer) => ({
  count: dbf.readUInt32LE(4),
  start: dbf.readUInt16LE(8),
  length: dbf.readUInt16LE(10),
});

/** A deleted row keeps its place in the file, and is marked by an asterisk. */
function isDeleted(dbf: Buffer, index: number): boolean {
  const { start, length } = sizesOf(dbf);
  return dbf[start + index * length] === 0x2a;
}

async function* joinRows(
  shapes: (Geometry | null)[],
  table: Record<string, unknown>[],
  isGone: (index: number) => boolean,
): AsyncGenerator<SourceRow> {
  for (const [index, properties] of table.entries())
    if (!isGone(index)) yield { row: index + 1, properties, geometry: shapes[index] ?? null };
}
